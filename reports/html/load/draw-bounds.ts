import type { LoadReport } from '../../../contracts/report/load.ts'
import { html, type Markup } from '../markup.ts'
import { across, axisAcross, drawing, name } from './axes.ts'
import { share as said } from './numbers.ts'
import { linear } from './scale.ts'

/** The share of slow requests that was seen, between the bounds of what it may truly be, beside the share that is allowed. */

const middle = 40
const bottom = 66
const height = 96

export function drawBounds({ figures }: LoadReport, labelledBy: string): Markup {
  const { n, slow, share, bounds } = figures
  const scale = linear(Math.max(bounds.upper * 1.1, share * 3), across)
  const [from, to, seen, allowed] = [bounds.lower, bounds.upper, n === 0 ? 0 : slow / n, share].map(scale.at)
  return drawing(height, labelledBy, [
    axisAcross(scale, bottom, said),
    html`<path class="between" d="M${from ?? 0} ${middle}H${to ?? 0}M${from ?? 0} ${middle - 8}v16M${to ?? 0} ${middle - 8}v16"/>`,
    html`<circle class="seen" cx="${seen ?? 0}" cy="${middle}" r="6"/>`,
    html`<path class="limit" d="M${allowed ?? 0} 18V${bottom}"/>`,
    name(said(share), allowed ?? 0, 12, 'middle', 'limit-name'),
  ])
}
