import type { Said } from '../../words.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { both, count, duration } from './numbers.ts'
import type { Scale, Span } from './scale.ts'

/** What all drawings share: the sheet, the axes, and the line of the limit. */

const width = 960
/** Room for names of values at the left, and for half of the last one below at the right. */
export const across: Span = { start: 64, length: 872 }
const right = across.start + across.length

/** `labelledBy`: the caption, which says in words what is drawn. */
export const drawing = (height: number, labelledBy: string, parts: readonly Part[]): Markup =>
  html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${labelledBy}">${parts}</svg>`

/** A name in the drawing, in the language of the page. */
export const name = ({ nb, en }: Said, x: number, y: number, anchor: 'start' | 'middle' | 'end', kind = ''): Markup =>
  nb === en
    ? html`<text class="${kind}" x="${x}" y="${y}" text-anchor="${anchor}">${nb}</text>`
    : html`<text class="nb ${kind}" lang="nb" x="${x}" y="${y}" text-anchor="${anchor}">${nb}</text><text class="en ${kind}" lang="en" x="${x}" y="${y}" text-anchor="${anchor}">${en}</text>`

/** Lines across, with what they stand for. */
export function axisUp(
  { at, ticks }: Scale,
  unit: 'duration' | 'count',
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Markup {
  const named = ticks.filter(
    (tick) => at(tick) >= top - 1 && at(tick) <= bottom + 1 && (unit === 'duration' || Number.isInteger(tick)),
  )
  const lines = named.map((tick) => `M${across.start} ${at(tick)}H${right}`).join('')
  return html`<path class="grid" d="${lines}"/>${named.map((tick) =>
    name(unit === 'duration' ? duration(tick) : count(tick), across.start - 8, at(tick) + 4, 'end'),
  )}`
}

/** The line below, with small marks at what is named. */
export function axisAcross({ at, ticks }: Scale, y: number, named: (tick: number) => string | Said): Markup {
  const marks = ticks.map((tick) => `M${at(tick)} ${y}v5`).join('')
  return html`<path class="axis" d="M${across.start} ${y}H${right}${marks}"/>${ticks.map((tick) => {
    const said = named(tick)
    return name(typeof said === 'string' ? both(said) : said, at(tick), y + 20, 'middle')
  })}`
}

/** What takes so long is slow. */
export const limitLine = (y: number, limitMs: number): Markup =>
  html`<path class="limit" d="M${across.start} ${y}H${right}"/>${name(duration(limitMs), across.start - 8, y + 4, 'end', 'limit-name')}`

/** A filled rectangle as a piece of a path; nothing where it would have no height. */
export const box = (from: number, to: number, top: number, bottom: number): string =>
  top >= bottom ? '' : `M${from} ${top}H${Math.max(to, from + 1)}V${bottom}H${from}Z`
