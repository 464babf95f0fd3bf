import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that must hold before a change is believed. `npm test`. */

const root = join(import.meta.dirname, '..')
const counts = join(root, 'out', 'test-counts.json')

const gates = [
  { name: 'types', command: 'tsc', args: [] },
  { name: 'format and lint', command: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'tests', command: 'vitest', args: ['run', ...process.argv.slice(2)] },
] as const

const say = (text: string) => process.stdout.write(`${text}\n`)

function passes({ name, command, args }: (typeof gates)[number]): boolean {
  const begun = performance.now()
  const bin = join(root, 'node_modules', '.bin')
  const env = { ...process.env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` }
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`gate ${name}: ${status === 0 ? 'green' : 'RED'}, ${seconds} s`)
  return status === 0
}

/** A run of no tests is red, whatever the runner thought of it. */
function counted(): { passed: number; failed: number } {
  if (!existsSync(counts)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(counts, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

rmSync(counts, { force: true })
const red = gates.filter((gate) => !passes(gate)).map(({ name }) => name)
const { passed, failed } = counted()
if (red.length > 0) say(`red: ${red.join(', ')}`)
say(`${passed} passed, ${failed} failed`)
process.exitCode = red.length === 0 && passed > 0 ? 0 : 1
