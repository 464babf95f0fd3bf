import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { knownFaults } from '../../suites/targets/faults.ts'
import { busy, say } from './table.ts'

/**
 * The fault matrix: some faults, taken evenly from all, each against every check of its area.
 * `node scripts/bench/matrix.ts [FAULTS]`.
 */

const [count = 12] = process.argv.slice(2).map(Number)
const every = Math.max(1, Math.floor(knownFaults.length / count))
const chosen = knownFaults.filter((_, at) => at % every === 0).map(({ id }) => id)
const matrix = join(import.meta.dirname, '..', '..', 'suites', 'testing', 'tell-matrix.ts')
const run = (faults: readonly string[]) => {
  const begun = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [matrix, '--fault', faults.join(',')], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the matrix ended with ${status}: ${stderr}`)
  return (performance.now() - begun) / 1000
}

busy()
const one = run(chosen.slice(0, 1))
const all = run(chosen)
const each = (all - one) / (chosen.length - 1)
say(
  `${chosen.length} of ${knownFaults.length} faults against every check: ${all.toFixed(1)} s, ${each.toFixed(2)} s for each`,
)
say(`so all of them on one core: about ${Math.round((each * knownFaults.length) / 60)} minutes`)
