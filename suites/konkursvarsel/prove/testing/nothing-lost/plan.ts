import type { NoticeOrder } from '../../../../../contracts/konkursvarsel/notice.ts'
import type { BrregStimulus } from '../../../../../contracts/konkursvarsel/stimuli.ts'
import { randomFrom } from '../../../../kit/load/random.ts'
import { type Draw, drawFrom } from './draw.ts'
import { drawNotice } from './notices.ts'

/** Ten minutes with Brreg, as a seed draws them. */

export interface Slot {
  /** Its end, at which it is published and polled; milliseconds since 1970. */
  readonly at: number
  readonly notices: readonly NoticeOrder[]
  /** Published before, and delivered once more. */
  readonly again: readonly NoticeOrder[]
  /** In force during this slot only. */
  readonly stimuli: readonly BrregStimulus[]
  readonly polls: boolean
  readonly restartsBrreg: Restart
  readonly restartsBank: Restart
}

/** After so many answers of Brreg that somebody waits for, `0`: before anything is asked; null: not at all. */
type Restart = number | null

export const slotMs = 10_000
const slotsOfAPlan = 60
const noticesOfASlot = 10
const begin = Date.parse('2026-11-20T09:00:00.000Z')

export function planOf(seed: number): readonly Slot[] {
  const draw = drawFrom(randomFrom(seed))
  const published: NoticeOrder[] = []
  // Once at least, whatever is drawn besides: a seed without a restart shows nothing of restarts.
  const surely = { brreg: draw.from(0, slotsOfAPlan - 1), bank: draw.from(0, slotsOfAPlan - 1) }
  return Array.from({ length: slotsOfAPlan }, (_one, index) => {
    const at = begin + (index + 1) * slotMs
    const again = published.length > 0 && draw.isDrawn(0.2) ? [draw.oneOf(published), draw.oneOf(published)] : []
    const notices = Array.from({ length: noticesOfASlot }, () => {
      const notice = drawNotice(draw, at, published)
      published.push(notice)
      return notice
    })
    return {
      at,
      notices,
      again,
      stimuli: draw.isDrawn(0.6) ? [drawStimulus(draw), drawStimulus(draw)] : [],
      polls: draw.isDrawn(0.6),
      restartsBrreg: drawRestart(draw, index === surely.brreg ? 1 : 0.1),
      restartsBank: drawRestart(draw, index === surely.bank ? 1 : 0.08),
    }
  })
}

const drawRestart = (draw: Draw, probability: number): Restart => (draw.isDrawn(probability) ? draw.from(0, 4) : null)

const cuts = ['500', '503', '500', '503', 'reset', 'truncated', 'html', 'reset', 'truncated', 'hang'] as const

function drawStimulus(draw: Draw): BrregStimulus {
  const party = 'brreg'
  const how = draw.oneOf(cuts)
  return draw.oneOf<() => BrregStimulus>([
    () => ({ party, does: 'outage' }),
    () => ({ party, does: 'fails', on: 'list', how, times: 1 }),
    () => ({ party, does: 'fails', on: 'detail', how, times: how === 'hang' ? 1 : draw.from(1, 7) }),
    () => ({ party, does: 'fails', on: 'detail', how, times: how === 'hang' ? 1 : draw.from(3, 7) }),
    () => ({ party, does: 'delays', ms: draw.from(1, 8) }),
    () => ({ party, does: 'orders', order: draw.oneOf(['descending', 'shuffled']) }),
    () => ({ party, does: 'compares-inclusively' }),
  ])()
}
