import type { LoadReport } from '../../../contracts/report/load.ts'
import { html, type Markup } from '../markup.ts'
import { across, axisAcross, axisUp, box, drawing, limitLine } from './axes.ts'
import type { Column, Columns } from './columns.ts'
import { clock } from './numbers.ts'
import { linear, logarithmic, type Scale } from './scale.ts'

/** Latency over the time of the window, and below it what was to be sent and what was. */

const upper = { top: 24, bottom: 236 } as const
const lower = { top: 262, bottom: 322 } as const
const height = 350

/** `sends` may be cut more coarsely than `latencies`: of ten a second there is one in a tenth of it, or none, or two. */
export function drawTime(latencies: Columns, sends: Columns, { figures }: LoadReport, labelledBy: string): Markup {
  const reach = latencies.all.flatMap(({ good }) => (good === null ? [] : [good.least, good.most]))
  const latency = logarithmic(Math.max(1, least(reach)), Math.max(figures.limitMs * 2, most(reach)), {
    start: upper.bottom,
    length: upper.top - upper.bottom,
  })
  const busiest = most(sends.all.flatMap(({ planned, sent }) => [planned, sent]))
  const counts = linear(busiest, { start: lower.bottom, length: lower.top - lower.bottom })
  const time = linear(Math.max(...[latencies, sends].map(({ widthMs, all }) => all.length * widthMs)), across)
  const placed = ({ widthMs, all }: Columns): readonly Placed[] =>
    all.map((column) => ({ column, from: time.at(column.from), to: time.at(column.from + widthMs) }))
  const places = placed(latencies)
  const sent = placed(sends)
  return drawing(height, labelledBy, [
    axisUp(latency, 'duration', upper),
    axisUp({ ...counts, ticks: [0, counts.ticks.at(-1) ?? 0] }, 'count', lower),
    axisAcross(inMinutes(time), lower.bottom, clock),
    path('sent', sent, ({ column, from, to }) => box(from, to, counts.at(column.sent), lower.bottom)),
    path('planned', sent, ({ column, from, to }) => `M${from} ${counts.at(column.planned)}H${to}`),
    path('range', places, ({ column, from, to }) => range(column, latency, (from + to) >> 1)),
    path('range slow', places, ({ column, from, to }) => slowPart(column, latency, (from + to) >> 1, figures.limitMs)),
    path('middle', places, ({ column: { good }, from, to }) =>
      good === null ? '' : `M${from} ${latency.at(good.middle)}H${Math.max(to, from + 2)}`,
    ),
    path('failed', places, ({ column: { failed }, from, to }) => (failed === 0 ? '' : cross((from + to) >> 1))),
    limitLine(latency.at(figures.limitMs), figures.limitMs),
  ])
}

type Placed = { readonly column: Column; readonly from: number; readonly to: number }

const path = (name: string, places: readonly Placed[], draw: (placed: Placed) => string): Markup => {
  const drawn = places.map(draw).join('')
  return drawn === '' ? html`` : html`<path class="${name}" d="${drawn}"/>`
}

/** Never shorter than two units, so that a single answer is seen. */
const range = ({ good }: Column, { at }: Scale, x: number) =>
  good === null ? '' : `M${x} ${at(good.least)}V${Math.min(at(good.most), at(good.least) - 2)}`

const slowPart = ({ good, slow }: Column, { at }: Scale, x: number, limitMs: number) =>
  good === null || slow === 0 ? '' : `M${x} ${Math.min(at(limitMs), at(good.least))}V${at(good.most) - 2}`

const cross = (x: number) => `M${x - 4} ${upper.top - 16}l8 8m-8 0l8-8`

/** Whole seconds or minutes; `linear` would choose 50,000 milliseconds. */
function inMinutes({ at, ticks }: Scale): Scale {
  const end = ticks.at(-1) ?? 0
  const step = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1200].find((one) => end / (one * 1000) <= 8) ?? 3600
  return { at, ticks: Array.from({ length: Math.floor(end / (step * 1000)) + 1 }, (_, count) => count * step * 1000) }
}

const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0)
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
