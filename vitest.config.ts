import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{contracts,suites,mocks,reports,scripts}/**/*.test.ts'],
    setupFiles: ['allure-vitest/setup'],
    reporters: [
      'default',
      ['json', { outputFile: 'out/test-counts.json' }],
      ['allure-vitest/reporter', { resultsDir: 'out/allure-results' }],
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores are what the slowest machine has.
    maxWorkers: 2,
    env: { PACT_DO_NOT_TRACK: 'true', SCARF_ANALYTICS: 'false' },
  },
})
