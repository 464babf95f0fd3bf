import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../../contracts/calendar.ts'
import { register } from '../../../contracts/register.ts'
import type { Result } from '../../../contracts/report/report.ts'
import type { Verdict } from '../../../contracts/report/verdict.ts'
import { exitCodeOf } from '../../../scripts/cli/exit.ts'
import { fakeTarget, plainRequest } from '../testing/fake-target.ts'
import { quietly } from '../testing/quietly.ts'
import { defineCheck } from './check.ts'
import { annotate } from './deviations.ts'
import { run } from './engine.ts'

const day = '2026-11-20' as IsoDate
const deviation = (requirement: string, expires = '2026-11-30') => ({
  requirement,
  reason: 'being mended',
  owner: 'Kari',
  approver: 'Ola',
  expires: expires as IsoDate,
})
const result = (requirement: string, verdict: Verdict) => ({ requirement, verdict }) as Result
const of = (verdict: Verdict, expires?: string) =>
  annotate([result('KI-REQ-005', verdict)], [deviation('KI-REQ-005', expires)], day)

describe('a declared deviation', () => {
  it('leaves the verdict, and tells who answers for it until when', () => {
    expect(of('fail')).toEqual({
      results: [
        {
          requirement: 'KI-REQ-005',
          verdict: 'fail',
          deviation: {
            owner: 'Kari',
            approver: 'Ola',
            reason: 'being mended',
            expires: '2026-11-30',
            daysLeft: 10,
            inForce: true,
          },
        },
      ],
      errors: [],
    })
  })

  it('is in force on its last day, and expired on the next', () => {
    expect(of('fail', '2026-11-20').errors).toEqual([])
    const { results, errors } = of('fail', '2026-11-19')
    expect(results[0]?.deviation).toMatchObject({ inForce: false, daysLeft: -1 })
    expect(errors).toMatchObject([{ kind: 'deviation-error', code: 'deviation-expired' }])
    expect(errors[0]?.message).toContain('Kari')
  })

  it('is needless once the requirement is met, and not before it was judged', () => {
    expect(of('pass').errors).toMatchObject([{ kind: 'deviation-error', code: 'deviation-needless' }])
    for (const verdict of ['inconclusive', 'not-tested', 'not-applicable', 'warn'] as const)
      expect(of(verdict).errors).toEqual([])
    expect(annotate([], [deviation('KI-REQ-005')], day).errors).toEqual([])
  })

  it('holds for the same requirement under its other name', () => {
    const { results } = annotate([result('TD-001', 'fail')], [deviation('KI-AUT-001')], day)
    expect(results[0]?.deviation?.owner).toBe('Kari')
  })
})

describe('a run with a declared deviation', () => {
  const check = defineCheck(import.meta, {
    verifies: 'KI-URL-004',
    ask: ({ ask }) => ask(plainRequest),
    judge: (answer) => answer.answers(200),
  })

  /** The exit code, the verdict of the run, and what was declared in vain. */
  async function ended(status: number, expires?: string) {
    const deviations = [deviation('KI-URL-004', expires)]
    const target = await fakeTarget((_request, response) => response.writeHead(status).end('{}'), { deviations })
    const { report } = await run({
      target,
      rows: { requirements: register.filter(({ id }) => id === 'KI-URL-004'), isSelected: () => true },
      checks: [check],
      ...quietly,
    })
    await target.close()
    return [exitCodeOf(report), report.summary.verdict, ...report.errors.map(({ code }) => code)]
  }

  it('fails and ends with 0 while it is in force; expired or needless, it ends with 1', async () => {
    expect(await ended(500)).toEqual([0, 'fail'])
    expect(await ended(500, '2026-11-19')).toEqual([1, 'fail', 'deviation-expired'])
    expect(await ended(200)).toEqual([1, 'pass', 'deviation-needless'])
  })
})
