import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import { type Judging, judgeReference } from '../../testing/judge-reference.ts'

/** What a participant declares that it has not, and whom it cannot do without, decides what can be judged. */

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

async function verdicts(only: readonly string[], judging: Omit<Judging, 'area' | 'only'>) {
  const { report } = await judgeReference({ area: 'kontrollinformasjon', parties, only, ...judging })
  expect(report.errors).toEqual([])
  const results = new Map(report.results.map((result) => [result.requirement, result]))
  return Object.fromEntries(only.map((id) => [id, [results.get(id)?.verdict, results.get(id)?.reason]]))
}

const warned = ['warn', null]
const absent = ['not-applicable', 'capability-absent']
const aboutSealed = ['KI-ENC-002', 'KI-ENC-005', 'KI-ENC-006', 'KI-ENC-007', 'KI-ENC-008', 'KI-ENC-009', 'KI-ENC-012']

describe('a test instance that declares to know plain JSON only', () => {
  const declares = () => ({ capabilities: { sealing: false }, production: null })

  it.each(['knows-plain-json-only', 'refuses-accept-jose'])(
    'is warned, and owes nothing that is sealed: %s',
    async (fault) => {
      const rows = ['KI-ENC-001', 'KI-ENC-015', 'KI-URL-004', ...aboutSealed]
      expect(await verdicts(rows, { faults: [fault], declares })).toEqual({
        'KI-ENC-001': warned,
        'KI-ENC-015': warned,
        'KI-URL-004': ['pass', null],
        ...Object.fromEntries(aboutSealed.map((id) => [id, absent])),
      })
    },
  )

  it('is judged by its instance in production, where it offers one', async () => {
    const rows = ['KI-ENC-001', 'KI-ENC-002', 'KI-ENC-005', 'KI-ENC-007', 'KI-ENC-008', 'KI-ENC-014']
    const judged = (faults: readonly string[]) =>
      verdicts(rows, { faults, declares: () => ({ capabilities: { sealing: false } }) })
    expect(await judged(['knows-plain-json-only'])).toEqual({
      'KI-ENC-001': warned,
      ...Object.fromEntries(rows.slice(1).map((id) => [id, ['pass', null]])),
    })
    expect(await judged(['calls-the-jwe-json'])).toMatchObject({ 'KI-ENC-002': ['fail', null] })
  })
})

it('without an instance in production nothing is said of one', async () => {
  const rows = ['KI-AUT-022', 'KI-ENC-014']
  expect(await verdicts(rows, { declares: () => ({ production: null }) })).toEqual({
    'KI-AUT-022': absent,
    'KI-ENC-014': absent,
  })
})

it('without a second agency nobody can tell whom a certificate follows', async () => {
  const declares: Judging['declares'] = ({ fixtures: { C2: _, ...fixtures } }) => ({ fixtures })
  expect(await verdicts(['KI-ENC-006'], { declares })).toEqual({
    'KI-ENC-006': ['inconclusive', 'fixture-missing'],
  })
})

it('the real CertPub shows nobody what it is asked', async () => {
  expect(await verdicts(['KI-ENC-009'], { declares: () => ({ external: ['certpub'] }) })).toEqual({
    'KI-ENC-009': ['not-tested', 'external-party'],
  })
})

it('the real Maskinporten makes no tokens for production, and the test instance is judged all the same', async () => {
  const rows = ['KI-ENC-001', 'KI-ENC-002']
  expect(await verdicts(rows, { declares: () => ({ external: ['maskinporten'] }) })).toEqual(
    Object.fromEntries(rows.map((id) => [id, ['pass', null]])),
  )
})
