import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { RunRecord } from '../../contracts/report/report.ts'
import type { Area } from '../../contracts/requirement.ts'
import { startParties } from '../../mocks/parties.ts'
import { loadChecks } from '../checks.ts'
import { knownFaults } from '../targets/faults.ts'
import { judgeReference } from './judge-reference.ts'
import { type Besides, builtIn, claimOf, effectOf, misweighed } from './matrix.ts'

/**
 * For who writes a check or a fault: lets faults meet checks, and tells where what happens is not what is said.
 * `--area A` whose checks and faults; `--only KI-…,…` these checks; `--fault ID,…` these faults; `--part 1/2` every other
 * fault; `--named` each fault meets only the checks that it names; `--weighs` tells a breach from what is tolerated, too;
 * `--write` puts on record what happens besides, which is then reviewed as a difference like any other.
 */

const { values } = parseArgs({
  options: {
    area: { type: 'string', default: 'kontrollinformasjon' },
    named: { type: 'boolean', default: false },
    only: { type: 'string' },
    fault: { type: 'string' },
    part: { type: 'string', default: '1/1' },
    weighs: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const area = values.area as Area
const place = new URL(`../${area}/matrix/besides.json`, import.meta.url)
const only = values.only?.split(',')
const [part = 1, of = 1] = values.part.split('/').map(Number)
const chosen = knownFaults
  .filter((fault) => fault.area === area)
  .filter(({ id }) => values.fault === undefined || values.fault.split(',').includes(id))
  .filter((_, index) => index % of === part - 1)
const tell = (line: string) => process.stdout.write(`${line}\n`)

const recorded = JSON.parse(await readFile(place, 'utf8')) as Record<string, Besides>
const among = (besides: Besides = {}) =>
  Object.fromEntries(Object.entries(besides).filter(([id]) => only === undefined || only.includes(id)))
const listed = (besides: Besides) => JSON.stringify(besides)

const parties = await startParties()
const selection = only === undefined ? {} : { only }
const conformant: RunRecord = await judgeReference({ area, parties, strict: true, ...selection })
for (const { requirement: id, verdict, message } of conformant.report.results)
  if (!['pass', 'not-tested'].includes(verdict)) tell(`conformant bank: ${id} ${verdict}: ${message}`)
const checks = new Set((await loadChecks([area])).map(({ verifies }) => verifies))
const built = new Set([...builtIn(conformant)].filter((id) => only === undefined || only.includes(id)))
for (const id of only ?? []) if (!checks.has(id)) tell(`there is no check of ${id}`)

let wrong = 0
for (const fault of chosen) {
  const named = values.named ? { only: [...fault.violates, ...fault.tolerates] } : selection
  const faulty = await judgeReference({ area, faults: [fault.id], parties, strict: true, ...named })
  const { breaks, besides: all } = effectOf(faulty, conformant)
  const besides = values.named ? among(recorded[fault.id]) : all
  const claimed = claimOf(fault, built)
  const missed = claimed.filter((id) => !breaks.includes(id))
  const unclaimed = breaks.filter((id) => !claimed.includes(id))
  const isMoved = listed(besides) !== listed(among(recorded[fault.id]))
  const errors = faulty.report.errors.map(({ message }) => message)
  const weights = values.weighs ? misweighed(fault, faulty) : []
  if (missed.length + unclaimed.length + errors.length + weights.length > 0 || isMoved) wrong++
  if (missed.length > 0) tell(`${fault.id}: not noticed by ${missed.join(', ')}`)
  if (unclaimed.length > 0) tell(`${fault.id}: breaks also ${unclaimed.join(', ')}`)
  if (weights.length > 0) tell(`${fault.id}: weighed otherwise: ${weights.join(', ')}`)
  if (isMoved) tell(`${fault.id}: besides ${listed(besides)}`)
  for (const error of errors) tell(`${fault.id}: harness error: ${error}`)
  if (values.write && isMoved) await record(fault.id, besides)
}
await parties.close()
tell(`${chosen.length} faults, ${wrong} with differences`)

/** Read anew before each writing: two parts may run beside each other. */
async function record(id: string, besides: Besides): Promise<void> {
  const all = JSON.parse(await readFile(place, 'utf8')) as Record<string, Besides>
  const kept = Object.entries(all[id] ?? {}).filter(([row]) => only !== undefined && !only.includes(row))
  const merged = Object.fromEntries([...kept, ...Object.entries(besides)].sort(([a], [b]) => (a < b ? -1 : 1)))
  const order = knownFaults.map((fault) => fault.id)
  const next = Object.fromEntries(
    Object.entries({ ...all, [id]: merged })
      .filter(([name, rows]) => order.includes(name) && Object.keys(rows).length > 0)
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  )
  await writeFile(place, `${JSON.stringify(next, null, 2)}\n`)
}
