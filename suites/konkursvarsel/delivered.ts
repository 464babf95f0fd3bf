import type { NoticeOrder } from '../../contracts/konkursvarsel/notice.ts'
import type { Waited } from '../../contracts/report/evidence.ts'
import type { Done } from '../kit/ask/witness.ts'
import { all, inconclusive, type Judgement } from '../kit/judge/judgement.ts'
import type { Polled } from './poll.ts'
import type { Scene } from './scene.ts'
import { carries, isListCall, isServed } from './sightings.ts'

/** The grounds on which most rows stand: the participant asked, and was told. */

/** Whether it asked at all in its time. Silence is evidence for KV-008 alone (reading: silence-and-patience). */
export function asked({ calls, by }: Polled): Judgement {
  const [first] = calls
  if (first !== undefined) return first.finds(true, { what: 'asks for news', expected: null, at: '/at' })
  if ('exchange' in by && by.status !== 200)
    return inconclusive(
      'no-traffic',
      `the hook poll answered ${by.status ?? 'nothing'} (${by.exchange.id}), and no list was asked for`,
    )
  const waited = 'exchange' in by ? 'although the hook poll was called' : `in ${waitedIn(by)} s of waiting`
  return inconclusive('no-traffic', `no list was asked for ${waited}`)
}

const waitedIn = ({ record }: Done): number => (record.outcome as Waited).seconds

/** Whether it was served this notice; of more scenes than one, in any of them. */
export function delivered(scenes: readonly Scene[], order: NoticeOrder | undefined): Judgement {
  if (order === undefined) return inconclusive('fixture-missing', 'the participant lacks the debtor of this notice')
  const calls = scenes.flatMap(({ polled }) => polled.calls)
  const carrier = calls.find((call) => carries(call, order.uuid))
  if (carrier !== undefined)
    return all(
      publishedIn(scenes, order),
      carrier.finds(true, { what: 'was told of the notice', expected: null, at: '/brreg/served/count' }),
    )
  const silent = scenes.find(({ polled }) => polled.calls.length === 0)
  const last = calls.findLast(isListCall)
  if (last === undefined) return silent === undefined ? nothingAsked : asked(silent.polled)
  const why = isServed(last)
    ? `the list call in ${last.record.id} did not ask for it`
    : `no list was served (${last.record.id})`
  return inconclusive('need-not-met', `the notice ${order.uuid} was never fetched: ${why}`)
}

/** Nothing where it was published before these scenes. */
function publishedIn(scenes: readonly Scene[], { uuid, type, debtor }: NoticeOrder): Judgement {
  const scene = scenes.find(({ notices }) => Object.values(notices).some((one) => one.uuid === uuid))
  const what = `${type} about ${debtor} was published`
  return scene?.published?.finds(true, { what, expected: null, at: '/at' }) ?? []
}

const nothingAsked = inconclusive('no-traffic', 'no list was asked for')
