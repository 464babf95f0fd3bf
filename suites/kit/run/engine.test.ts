import { describe, expect, it } from 'vitest'
import { register } from '../../../contracts/register.ts'
import type { Doors } from '../ask/doors.ts'
import { fakeTarget, plainRequest } from '../testing/fake-target.ts'
import { quietly } from '../testing/quietly.ts'
import { type Check, defineCheck, defineInvariant } from './check.ts'
import { run } from './engine.ts'
import type { RunEvent } from './events.ts'

const ids = ['KI-URL-004', 'KI-URL-005', 'KI-URL-006', 'KI-RSP-010']
const requirements = register.filter(({ id }) => ids.includes(id))

type Fake = Awaited<ReturnType<typeof fakeTarget>>

async function judged(target: Fake, checks: readonly Check[], options: { only?: string; signal?: AbortSignal } = {}) {
  const record = await run({
    target,
    rows: { requirements, isSelected: (id) => options.only === undefined || options.only === id },
    checks,
    ...quietly,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  await target.close()
  const byId = Object.fromEntries(record.report.results.map((result) => [result.requirement, result]))
  return { ...record, byId }
}

const answering200 = (verifies: string, more: Partial<Check> = {}): Check => ({
  ...defineCheck(import.meta, {
    verifies,
    ask: ({ ask }) => ask(plainRequest),
    judge: (answer) => answer.answers(200),
  }),
  ...more,
})

const ok = () => fakeTarget((_request, response) => response.end('{}'))

describe('a run', () => {
  it('asks equal questions once, and judges each check by the one answer', async () => {
    const { byId, exchanges } = await judged(await ok(), [answering200('KI-URL-004'), answering200('KI-URL-005')])
    expect(exchanges).toHaveLength(1)
    expect([byId['KI-URL-004']?.verdict, byId['KI-URL-005']?.verdict]).toEqual(['pass', 'pass'])
  })

  it('tells every selected row: passed, not built yet, unobservable', async () => {
    const { byId, report } = await judged(await ok(), [answering200('KI-URL-004')])
    expect(byId['KI-URL-006']).toMatchObject({ verdict: 'not-tested', reason: 'not-built-yet', check: null })
    expect(byId['KI-RSP-010']).toMatchObject({ verdict: 'not-tested', reason: 'unobservable' })
    expect(report.summary).toMatchObject({ verdict: 'incomplete', judged: 1, observable: 3, pass: 1, notTested: 3 })
  })

  it('names file and line of the check', async () => {
    const { byId } = await judged(await ok(), [answering200('KI-URL-004')])
    expect(byId['KI-URL-004']?.check).toMatch(/^suites\/kit\/run\/engine\.test\.ts:\d+$/)
  })

  it('leaves rows that were not selected alone', async () => {
    const { byId, exchanges } = await judged(await ok(), [answering200('KI-URL-004')], { only: 'KI-URL-005' })
    expect(exchanges).toEqual([])
    expect(byId['KI-URL-004']).toMatchObject({ verdict: 'not-tested', reason: 'not-selected' })
  })

  it('that judged nothing is not in order', async () => {
    const { report } = await judged(await ok(), [], { only: 'KI-URL-005' })
    expect(report.summary).toMatchObject({ verdict: 'inconclusive', judged: 0 })
  })

  it('does not ask what needs a fixture that is not there', async () => {
    const { byId, exchanges } = await judged(await ok(), [answering200('KI-URL-004', { needs: ['P4'] })])
    expect(exchanges).toEqual([])
    expect(byId['KI-URL-004']).toMatchObject({ verdict: 'inconclusive', reason: 'fixture-missing' })
  })

  it('takes a check that breaks for its own error, and goes on', async () => {
    const broken = defineCheck(import.meta, {
      verifies: 'KI-URL-004',
      ask: async () => {
        throw new Error('the check is broken')
      },
      judge: () => [],
    })
    const { byId, report } = await judged(await ok(), [broken, answering200('KI-URL-005')])
    expect(report.errors).toMatchObject([
      { kind: 'harness-error', message: expect.stringContaining('the check is broken') },
    ])
    expect([byId['KI-URL-004']?.verdict, byId['KI-URL-005']?.verdict]).toEqual(['inconclusive', 'pass'])
  })

  it('takes a judge that breaks for its own error, too', async () => {
    const broken = defineCheck(import.meta, {
      verifies: 'KI-URL-004',
      ask: ({ ask }) => ask(plainRequest),
      judge: () => {
        throw new Error('the judge is broken')
      },
    })
    const { byId, report } = await judged(await ok(), [broken, answering200('KI-URL-005')])
    expect(report.errors).toMatchObject([
      { kind: 'harness-error', message: expect.stringContaining('the judge is broken') },
    ])
    expect([byId['KI-URL-004']?.verdict, byId['KI-URL-005']?.verdict]).toEqual(['inconclusive', 'pass'])
  })

  it('never passes a judgement without a finding', async () => {
    const blind = defineCheck(import.meta, {
      verifies: 'KI-URL-004',
      ask: ({ ask }) => ask(plainRequest),
      judge: () => [],
    })
    const { byId } = await judged(await ok(), [blind])
    expect(byId['KI-URL-004']).toMatchObject({ verdict: 'inconclusive', reason: 'nothing-to-iterate' })
  })
})

describe('an invariant', () => {
  const invariant = (atLeast: number) =>
    defineInvariant(import.meta, {
      verifies: 'KI-URL-004',
      ask: ({ ask }) => ask(plainRequest),
      kindOf: ({ status }) => (status === 200 ? 'answers' : null),
      atLeast: { answers: atLeast },
      each: (answer) => answer.answers(200),
    })

  it('speaks of what others asked, too', async () => {
    const other = defineCheck(import.meta, {
      verifies: 'KI-URL-005',
      ask: ({ ask }: Doors) => ask(plainRequest, { path: '/other' }),
      judge: (answer) => answer.answers(200),
    })
    const { byId } = await judged(await ok(), [invariant(2), other])
    expect(byId['KI-URL-004']).toMatchObject({ verdict: 'pass', findings: [{ exchange: 'x1' }, { exchange: 'x2' }] })
  })

  it('over too few is inconclusive', async () => {
    const { byId } = await judged(await ok(), [invariant(2)])
    expect(byId['KI-URL-004']).toMatchObject({ verdict: 'inconclusive', reason: 'nothing-to-iterate' })
  })
})

describe('a verdict', () => {
  it('is told before the next check asks; that of an invariant, when all have asked', async () => {
    const target = await ok()
    const everybody = defineInvariant(import.meta, {
      verifies: 'KI-URL-004',
      ask: ({ ask }) => ask(plainRequest),
      kindOf: () => 'answers',
      atLeast: { answers: 1 },
      each: (answer) => answer.answers(200),
    })
    const told: string[] = []
    const tell = (event: RunEvent) => {
      if (event.kind === 'asking') told.push(`asks ${event.requirement}`)
      if (event.kind === 'judged') told.push(`${event.result.requirement} ${event.result.verdict}`)
    }
    const checks = [everybody, answering200('KI-URL-005'), answering200('KI-URL-006')]
    await run({ target, rows: { requirements, isSelected: () => true }, checks, ...quietly, tell })
    await target.close()
    expect(told).toEqual([
      'asks KI-URL-004',
      'asks KI-URL-005',
      'KI-URL-005 pass',
      'asks KI-URL-006',
      'KI-URL-006 pass',
      'KI-URL-004 pass',
    ])
  })
})

describe('a stimulus', () => {
  const during = (verifies: string) =>
    defineCheck(import.meta, {
      verifies,
      whileCold: true,
      ask: async (doors) => ({
        out: await doors.during({ party: 'certpub', does: 'outage' }).ask(plainRequest),
        calm: await doors.ask(plainRequest),
      }),
      judge: ({ out, calm }) => [...out.answers(200), ...calm.answers(200)],
    })

  it('names its epoch, is in force alone, and is over at the end', async () => {
    const target = await ok()
    const { exchanges } = await judged(target, [answering200('KI-URL-004'), during('KI-URL-005')])
    expect(exchanges.map(({ epoch }) => epoch)).toEqual(['certpub-outage', 'calm'])
    expect(target.told).toEqual(['calm', 'calm', 'forget', 'certpub outage', 'calm'])
  })

  it('is given once for equal questions', async () => {
    const target = await ok()
    const { exchanges } = await judged(target, [during('KI-URL-004'), during('KI-URL-005')])
    expect(exchanges).toHaveLength(2)
    expect(target.told.filter((what) => what === 'certpub outage')).toHaveLength(1)
  })
})

describe('an interrupted run', () => {
  it('keeps what was recorded, and calls the rest inconclusive', async () => {
    const controller = new AbortController()
    let requests = 0
    const target = await fakeTarget((_request, response) => {
      if (++requests === 2) controller.abort(new Error('interrupted'))
      else response.end('{}')
    })
    const second = defineCheck(import.meta, {
      verifies: 'KI-URL-005',
      ask: ({ ask }) => ask(plainRequest, { path: '/hangs' }),
      judge: (answer) => answer.answers(200),
    })
    const checks = [answering200('KI-URL-004'), second, answering200('KI-URL-006')]
    const { byId, report, exchanges } = await judged(target, checks, { signal: controller.signal })
    expect(exchanges).toHaveLength(1)
    expect(report.run.aborted).toBe(true)
    expect(report.errors).toMatchObject([{ kind: 'aborted' }])
    expect(ids.map((id) => byId[id]?.verdict)).toEqual(['pass', 'inconclusive', 'inconclusive', 'not-tested'])
  })
})

describe('a rate limit', () => {
  const limiting = (times: number) => {
    let requests = 0
    return fakeTarget((_request, response) => {
      if (++requests <= times) response.writeHead(429, { 'Retry-After': '0' }).end('{}')
      else response.end('{}')
    })
  }

  it('is waited for once, as long as the bank asks, and both answers are recorded', async () => {
    const { byId, exchanges } = await judged(await limiting(1), [answering200('KI-URL-004')])
    expect(exchanges).toHaveLength(2)
    expect(byId['KI-URL-004']?.verdict).toBe('pass')
  })

  it('that stays is no breach of what was asked', async () => {
    const { byId } = await judged(await limiting(9), [answering200('KI-URL-004')])
    expect(byId['KI-URL-004']).toMatchObject({ verdict: 'inconclusive', reason: 'need-not-met' })
  })
})
