import { describe, expect, it } from 'vitest'
import { requirement } from '../../../contracts/register.ts'
import { judgeReference } from '../../testing/judge-reference.ts'
import { acts } from '../acts/index.ts'

/** A bank that offers no hook, and whose clock is that of everybody: it is waited for, poll by poll. */

const pollEveryMs = 400

describe('a bank that polls by itself and offers no hook', () => {
  it('is judged within the polls of one working day, and nothing of it is red', { timeout: 300_000 }, async () => {
    const { report, observations } = await judgeReference({
      area: 'konkursvarsel',
      pollEveryMs,
      declares: ({ konkursvarsel }) => ({
        hooks: undefined,
        konkursvarsel: { ...konkursvarsel, pollSeconds: pollEveryMs / 1000, processingSeconds: 5 },
      }),
    })
    const of = (verdict: string) => report.results.filter((one) => one.verdict === verdict)
    expect(of('fail')).toEqual([])
    // It asks more often than once a minute, which is what makes the proof short.
    expect(of('warn').map((one) => one.requirement)).toEqual(['KV-017'])
    const unseen = report.results.filter(({ verdict }) => verdict === 'not-tested' || verdict === 'inconclusive')
    expect(
      unseen.filter(
        ({ reason }) => reason !== 'unobservable-here' && reason !== 'unobservable' && reason !== 'need-not-met',
      ),
    ).toEqual([])
    const planned = acts.filter(({ movesClock }) => !movesClock).reduce((sum, act) => sum + act.polls, 0)
    const waits = new Set(observations.filter(({ brreg }) => brreg?.asked === 'updated-list').map(({ epoch }) => epoch))
    expect(waits.size).toBeLessThanOrEqual(planned)
    for (const { requirement: id, verdict, reason } of unseen)
      process.stdout.write(`${id} ${verdict} ${reason}: ${requirement(id)?.title.en}\n`)
    process.stdout.write(`${of('pass').length} rows pass on wall time, ${planned} polls planned\n`)
  })
})
