import type { LoadReport } from '../../../contracts/report/load.ts'
import { html, type Markup } from '../markup.ts'
import { across, axisAcross, axisUp, box, drawing, name } from './axes.ts'
import type { Histogram } from './histogram.ts'
import { duration } from './numbers.ts'
import { linear, logarithmic } from './scale.ts'

/** How many answers took how long, with the limit; those that came to nothing stand at the right, beside the axis of time. */

const top = 24
const bottom = 200
const height = 230
/** Room at the right for what came to no good answer. */
const apart = 176

export function drawHistogram({ bins, failed }: Histogram, { figures }: LoadReport, labelledBy: string): Markup {
  const { limitMs } = figures
  const [first, last] = [bins[0]?.from ?? 1, bins.at(-1)?.to ?? limitMs]
  const time = logarithmic(Math.min(first, limitMs / 2), Math.max(last, limitMs * 2), {
    start: across.start,
    length: across.length - apart,
  })
  const most = bins.reduce((all, { count }) => Math.max(all, count), failed)
  const counts = linear(most, { start: bottom, length: top - bottom })
  const bars = (slow: boolean) =>
    bins
      .filter(({ isSlow }) => isSlow === slow)
      .map(({ from, to, count }) => box(time.at(from), time.at(to) - 1, atLeastSeen(count, counts.at(count)), bottom))
      .join('')
  const x = across.start + across.length - apart / 2
  const limit = time.at(limitMs)
  return drawing(height, labelledBy, [
    axisUp(counts, 'count', { top, bottom }),
    axisAcross(time, bottom, duration),
    html`<path class="bars" d="${bars(false)}"/><path class="bars slow" d="${bars(true)}"/>`,
    html`<path class="bars none" d="${box(x - 20, x + 20, atLeastSeen(failed, counts.at(failed)), bottom)}"/>`,
    name({ nb: 'uten godt svar', en: 'no good answer' }, x, bottom + 20, 'middle'),
    html`<path class="limit" d="M${limit} ${top - 8}V${bottom}"/>`,
    name(duration(limitMs), limit + 6, top - 8, 'start', 'limit-name'),
  ])
}

/** One of ten thousand is a bar as well. */
const atLeastSeen = (count: number, y: number) => (count === 0 ? bottom : Math.min(y, bottom - 2))
