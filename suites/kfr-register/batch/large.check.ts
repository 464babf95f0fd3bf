import type { Waited } from '../../../contracts/report/evidence.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { all, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { answered, isShown, served, shows, taken } from '../judging.ts'
import { ingestionMs } from '../patience.ts'
import { life } from '../reporting/acts.ts'
import { ceiling, large } from './large.ts'

/** How a register takes many relationships at once. */

/** So much takes its time on a slow line, and who was slow does not show: that nothing came by then is nobody's fault. */
function inTime({ exchange: { id, outcome } }: Answer, judge: () => Judgement): Judgement {
  return outcome.kind === 'silent' && outcome.why === 'timeout'
    ? inconclusive('deadline', `${id} had no answer in the time that an answer may take`)
    : judge()
}

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-031',
    turn: 'last',
    ask: ({ play }) => play(ceiling),
    judge: ({ accepted, refused }) => {
      const status = refused.status ?? 0
      return all(
        labelled(
          'almost 10 MB',
          inTime(accepted, () => answered(accepted, 201)),
        ),
        labelled(
          'more than 10 MB',
          inTime(refused, () =>
            // A SHOULD, as the catalogue words it: it warns.
            refused.finds((status >= 400 && status < 500) || refused.answered === null, {
              what: 'should be refused with a 4xx, or not read to its end',
              expected: 'a 4xx',
              at: refused.answered === null ? 'outcome' : 'status',
              weight: 'tolerated',
            }),
          ),
        ),
      )
    },
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-032',
    ask: ({ play }) => play(large),
    judge: ({ own, entries, accepted, atOnce }) => {
      // Half of what storing takes is far from either: who waits takes all of it.
      const limit = ingestionMs(entries) / 2
      const isStored = isShown(atOnce, own)
      const what = isStored
        ? `${entries} relationships take about ${ingestionMs(entries)} ms to be stored, and the answer should not wait for it`
        : `the last of ${entries} relationships is not stored when the answer is there`
      return given(all(answered(accepted, 201), served(atOnce)), () =>
        accepted.finds(!isStored || accepted.exchange.durationMs < limit, {
          what,
          expected: isStored ? `less than ${limit} ms` : 'before it is stored',
          at: 'took',
        }),
      )
    },
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-033',
    ask: ({ play }) => play(large),
    judge: ({ own, entries, withinMs, accepted, ingested, lastSeen }) =>
      given(answered(accepted, 201), () => {
        if (lastSeen.status !== 200) return shows(lastSeen, own, 'the last element of the batch')
        const { met } = ingested.record.outcome as Waited
        const { startedAt, durationMs } = accepted.exchange
        const took = Date.parse(ingested.record.at) - Date.parse(startedAt) - durationMs
        return ingested.finds(met && took <= withinMs, {
          what: `the last of ${entries} relationships should be readable within the time that 250 a second take, and a fifth more`,
          expected: met ? `${withinMs} ms after the 201` : true,
          at: met ? '/at' : '/outcome/met',
        })
      }),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-034',
    ask: async ({ play }) => ({ ...(await play(large)), calm: await play(life) }),
    judge: ({ own, accepted, meanwhile, meanwhileSeen, calm }) =>
      given(all(answered(accepted, 201), shows(calm.seen, own, 'what is added in calm')), () =>
        all(taken(meanwhile), shows(meanwhileSeen, own, 'what was added meanwhile')),
      ),
  }),
]
