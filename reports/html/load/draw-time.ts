import type { LoadReport, LoadWindow } from '../../../contracts/report/load.ts'
import type { Said } from '../../words.ts'
import { html, type Markup } from '../markup.ts'
import { across, axisAcross, axisUp, box, drawing, limitLine, name } from './axes.ts'
import { type Column, type Columns, isLate } from './columns.ts'
import { clock, duration } from './numbers.ts'
import { linear, logarithmic, type Scale } from './scale.ts'
import { failedCrosses, slowDots } from './single-marks.ts'

/** Latency over the time of the window, and below it what was to be sent and what was. */

const upper = { top: 24, bottom: 236 } as const
const lower = { top: 272, bottom: 322 } as const
const height = 370

interface Drawn {
  readonly report: LoadReport
  readonly window: LoadWindow
  readonly latencies: Columns
  /** May be cut more coarsely: of ten a second there is one in a tenth of it, or none, or two. */
  readonly sends: Columns
}

export function drawTime({ report: { figures }, window, latencies, sends }: Drawn, labelledBy: string): Markup {
  const { limitMs } = figures
  const slowest = most(latencies.all.map(({ good, late }) => Math.max(good?.most ?? 0, late ?? 0)))
  const latency = logarithmic(
    Math.max(1, least(latencies.all.flatMap(({ good }) => good?.least ?? []))),
    Math.max(limitMs * 2, slowest),
    { start: upper.bottom, length: upper.top - upper.bottom },
  )
  const busiest = most(sends.all.flatMap(({ planned, sent }) => [planned, sent]))
  const counts = linear(busiest, { start: lower.bottom, length: lower.top - lower.bottom })
  const time = linear(Math.max(...[latencies, sends].map(({ widthMs, all }) => all.length * widthMs)), across)
  const places = placed(latencies, time)
  const sent = placed(sends, time)
  return drawing(height, labelledBy, [
    axisUp(latency, 'duration', upper),
    axisUp({ ...counts, ticks: [0, counts.ticks.at(-1) ?? 0] }, 'count', lower),
    axisAcross(inMinutes(time), lower.bottom, clock),
    name(perColumn(duration(sends.widthMs)), across.start, lower.top - 10, 'start'),
    name(sinceStart, across.start + across.length / 2, height - 6, 'middle'),
    path('sent', sent, ({ column, from, to }) => box(from, to, counts.at(column.sent), lower.bottom)),
    path('planned', sent, ({ column, from, to }) => `M${from} ${counts.at(column.planned)}H${to}`),
    path('range', places, ({ column, from, to }) => inTime(column, latency, (from + to) >> 1)),
    path('middle', places, ({ column: { good }, from, to }) =>
      good === null ? '' : `M${from} ${latency.at(good.middle)}H${Math.max(to, from + 2)}`,
    ),
    path('late', places, ({ column, from, to }) =>
      isLate(column) ? `M${from} ${latency.at(column.late ?? 0)}H${Math.max(to, from + 2)}` : '',
    ),
    pathOf('dots', slowDots(window, limitMs, time, latency)),
    pathOf('failed', failedCrosses(window, time, upper.top - 12)),
    limitLine(latency.at(limitMs), limitMs),
  ])
}

const perColumn = ({ nb, en }: Said): Said => ({ nb: `Spørsmål på ${nb}`, en: `Questions in ${en}` })
const sinceStart = { nb: 'minutter:sekunder fra vinduets start', en: 'minutes:seconds from the start of the window' }

type Placed = { readonly column: Column; readonly from: number; readonly to: number }

const placed = ({ widthMs, all }: Columns, time: Scale): readonly Placed[] =>
  all.map((column) => ({ column, from: time.at(column.from), to: time.at(column.from + widthMs) }))

const path = (name: string, places: readonly Placed[], draw: (placed: Placed) => string): Markup =>
  pathOf(name, places.map(draw).join(''))

const pathOf = (name: string, drawn: string): Markup =>
  drawn === '' ? html`` : html`<path class="${name}" d="${drawn}"/>`

/** Of those below the limit, the others stand by themselves. Never shorter than two units, so that a single answer is seen. */
const inTime = ({ good, mostInTime }: Column, { at }: Scale, x: number) =>
  good === null || mostInTime === null ? '' : `M${x} ${at(good.least)}V${Math.min(at(mostInTime), at(good.least) - 2)}`

/** Whole seconds or minutes; `linear` would choose 50,000 milliseconds. */
function inMinutes({ at, ticks }: Scale): Scale {
  const end = ticks.at(-1) ?? 0
  const step = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1200].find((one) => end / (one * 1000) <= 8) ?? 3600
  return { at, ticks: Array.from({ length: Math.floor(end / (step * 1000)) + 1 }, (_, count) => count * step * 1000) }
}

const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0)
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
