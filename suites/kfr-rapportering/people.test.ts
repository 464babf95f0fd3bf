import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IsoDate } from '../../contracts/calendar.ts'
import type { Fixtures } from '../../contracts/fixtures.ts'
import type { KfrFixture } from '../../contracts/kfr-rapportering/customers.ts'
import { register } from '../../contracts/register.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import { createOutgoing, type Outgoing } from '../../mocks/http/outgoing.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import type { Target, TargetHooks } from '../kit/target.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { referenceTarget } from '../targets/reference.ts'

/** A bank without hooks: its people are told what to do. Whoever does it is judged, and whoever does not is not blamed. */

const checks = await loadChecks(['kfr-rapportering'])
const requirements = register.filter(({ area }) => area === 'kfr-rapportering')

/** What people do when they are told, by the hooks of the bank that they work at. */
type Deed = readonly [hook: string, request: object]

interface Known {
  readonly id: (name: string) => string
  readonly account: (name: string) => string
}

const deeds: readonly (readonly [RegExp, (known: Known, names: readonly string[]) => readonly Deed[]])[] = [
  [/^open an account for (F\d+)/, ({ id }, [one = '']) => [['open-account', { party: id(one) }]]],
  [
    /^close the only account of (F\d+)/,
    ({ id, account }, [one = '']) => [['close-account', { party: id(one), accountIdentifier: account(one) }]],
  ],
  [
    /^give (F\d+) a loan and nothing else, with (F\d+)/,
    ({ id }, [one = '', other = '']) => [['open-loan', { party: id(one), guarantor: id(other) }]],
  ],
  [
    /^make (F\d+) disponent on the account of (F\d+)/,
    ({ id }, [one = '', other = '']) => [['grant-mandate', { party: id(one), owner: id(other) }]],
  ],
  [
    /^take the mandate of (F\d+) on the account of (F\d+)/,
    ({ id }, [one = '', other = '']) => [['revoke-mandate', { party: id(one), owner: id(other) }]],
  ],
  [
    /^end all that (F\d+) still has/,
    ({ id, account }, [one = '']) => [
      ['close-account', { party: id(one), accountIdentifier: account(one) }],
      ['revoke-mandate', { party: id(one), owner: id('F10') }],
      ['end-loan', { party: id(one) }],
    ],
  ],
  [/^send the file of the first load/, () => [['initial-load', {}]]],
  [
    /^compare your customers with the register, (F\d+)/,
    ({ id }, [one = '']) => [['reconcile', { parties: [id(one)] }]],
  ],
]

let parties: Parties
let outgoing: Outgoing
beforeAll(async () => {
  parties = await startParties()
  outgoing = createOutgoing({ trust: [parties.authority.rootPem] })
})
afterAll(async () => {
  await outgoing.close()
  await parties.close()
})

async function judged(
  people: (hooks: TargetHooks, fixtures: Fixtures) => (what: string) => void,
  changes: Partial<Target>,
  isSelected: (id: string) => boolean = () => true,
) {
  const target = await referenceTarget({
    seed: 1,
    day: '2026-11-20' as IsoDate,
    faults: [],
    areas: ['kfr-rapportering'],
    parties,
    pollEveryMs: 300,
  })
  try {
    const { hooks, ...withoutHooks } = target
    if (hooks === undefined) throw new Error('the reference bank has hooks')
    const told: string[] = []
    const act = people(hooks, target.fixtures)
    const record = await run({
      ...quietly,
      target: { ...withoutHooks, ...changes },
      rows: { requirements, isSelected },
      checks,
      tell: (event) => {
        if (event.kind !== 'instructing') return
        told.push(event.what)
        act(event.what)
      },
    })
    return { record, told }
  } finally {
    await target.close()
  }
}

const worker = (hooks: TargetHooks, fixtures: Fixtures) => (what: string) => {
  const [found] = deeds.flatMap(([pattern, does]) => {
    const match = pattern.exec(what)
    return match === null ? [] : [{ does, names: match.slice(1) }]
  })
  if (found === undefined) throw new Error(`nobody knows how to ${what}`)
  const known: Known = {
    id: (one) => fixtures[one as KfrFixture]?.id ?? '',
    account: (one) => fixtures[one as KfrFixture]?.accounts?.[0] ?? '',
  }
  const all = found.does(known, found.names)
  void all.reduce(
    (before, [name, request]) => before.then(() => call(hooks, name, request)),
    Promise.resolve<unknown>(undefined),
  )
}

const call = (hooks: TargetHooks, name: string, request: object) =>
  outgoing.send(`${hooks.baseUrl}/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${hooks.token}` },
    body: JSON.stringify(request),
  })

const verdictsIn = ({ report }: RunRecord) => Map.groupBy(report.results, ({ verdict }) => verdict)

describe('people who do what they are told', () => {
  it('are instructed step by step, and the bank is judged by what comes of it', async () => {
    const ids = ['KFRB-014', 'KFRB-015', 'KFRB-016', 'KFRB-017', 'KFRB-019', 'KFRB-020', 'KFRB-021', 'KFRB-022']
    const { record, told } = await judged(
      worker,
      { kfr: { reportSeconds: 2, instructionSeconds: 8, silenceSeconds: 1, retrySeconds: 1 } },
      (id) => ids.includes(id),
    )
    const verdicts = verdictsIn(record)
    const passed = verdicts.get('pass')?.map(({ requirement }) => requirement)
    // Nothing shows when people end one relation of several.
    expect(passed).toEqual(ids.filter((id) => id !== 'KFRB-021'))
    expect(verdicts.get('fail') ?? []).toEqual([])
    expect(told).toContain('open an account for F2 now')
    expect(record.report.errors).toEqual([])
  })
})

describe('people who do nothing', () => {
  it('are told twice, and the bank is not blamed', async () => {
    const { record, told } = await judged(() => () => undefined, {
      kfr: { reportSeconds: 0.3, instructionSeconds: 0.3, silenceSeconds: 0.3, retrySeconds: 0.3 },
      konkursvarsel: { pollSeconds: 0.3, processingSeconds: 0.3 },
    })
    const verdicts = verdictsIn(record)
    expect(verdicts.get('fail') ?? []).toEqual([])
    expect(verdicts.get('warn') ?? []).toEqual([])
    expect(verdicts.get('pass') ?? []).toEqual([])
    expect(told).toHaveLength(2)
    expect(record.report.errors).toEqual([])
  })
})
