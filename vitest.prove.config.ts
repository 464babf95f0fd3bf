import { defineConfig } from 'vitest/config'

/** The long proofs: `npm run prove`. Their date and figures stand in PROOF.md. */
export default defineConfig({
  test: {
    include: ['{contracts,suites,mocks,reports,scripts}/**/*.prove.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
