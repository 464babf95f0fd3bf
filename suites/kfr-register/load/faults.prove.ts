import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadRows } from '../../../contracts/kfr-register/heavy-rows.ts'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import { profiles } from '../../kit/load/profile.ts'
import { registerLoadFaults } from '../../targets/register-faults.ts'
import { judgeRegister } from './testing/run.ts'

/** Every fault of load on sockets, at the agreed rate: half a minute in calm and half a minute beside a batch. */

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const conformant = ['conformant', []] as const
const cases = [conformant, ...registerLoadFaults.map(({ id, violates }) => [id, violates] as const)]

it.each(cases)('%s', { timeout: 300_000 }, async (id, violates) => {
  const load = { profile: profiles.quick, seed: 1 }
  const faults = id === 'conformant' ? [] : [id]
  const { report } = await judgeRegister(parties, { load, only: loadRows, faults })
  const broken = report.results.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
  for (const { id: window, figures } of report.loads ?? []) process.stdout.write(`${id}, ${window}: ${figures.said}\n`)
  expect(broken.map(({ requirement }) => requirement)).toEqual(violates)
})
