import type { LoadReport } from '../../../contracts/report/load.ts'
import type { Said } from '../../words.ts'
import { badge } from '../badge.ts'
import { html, type Markup, say } from '../markup.ts'
import { count, duration, share } from './numbers.ts'
import { calledBy } from './window-words.ts'

/** All windows in one table: whoever certifies looks first at how much they differ. */

const head: readonly Said[] = [
  { nb: 'Vindu', en: 'Window' },
  { nb: 'Alene', en: 'Alone' },
  { nb: 'Begynte, UTC', en: 'Began, UTC' },
  { nb: 'Spørsmål', en: 'Questions' },
  { nb: 'Trege', en: 'Slow' },
  { nb: 'Andel', en: 'Share' },
  { nb: 'Sann andel, 95 %', en: 'True share, 95%' },
  { nb: 'Halvparten innen', en: 'Half within' },
  { nb: '99 % innen', en: '99% within' },
  { nb: 'Tregest', en: 'Slowest' },
]

export function besideEachOther(reports: readonly LoadReport[]): Markup {
  if (reports.length < 2) return html``
  return html`<p class="soft small" id="load-windows">${say({
    nb: 'Vinduene ved siden av hverandre. Trege er også de uten godt svar; svartidene er de gode svarenes.',
    en: 'The windows beside each other. Slow are also those without a good answer; the latencies are those of the good ones.',
  })}</p>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="load-windows"><table aria-labelledby="load-windows">
    <thead><tr>${head.map((name, at) => html`<th scope="col"${at < 3 ? '' : html` class="number"`}>${say(name)}</th>`)}</tr></thead>
    ${[...Map.groupBy(reports, ({ name }) => name)].map(([name, all]) => group(name, all))}
  </table></div>`
}

const group = (name: string, all: readonly LoadReport[]): Markup =>
  html`<tbody><tr><th scope="rowgroup" colspan="${head.length}"><strong>${say(calledBy(name))}</strong></th></tr>${all.map(row)}${all.length < 2 ? '' : together(all)}</tbody>`

function row(report: LoadReport): Markup {
  const { id, part, startedAt, figures } = report
  const { n, slow, bounds, latency } = figures
  const numbers = [
    count(n),
    count(slow),
    share(n === 0 ? 0 : slow / n),
    between(bounds),
    ...[latency.p50, latency.p99, latency.max].map(duration),
  ]
  return html`<tr><th scope="row"><a href="#${id}">${id}</a>${part.of === 1 ? '' : ` ${part.number}/${part.of}`}</th><td>${badge(figures.decision)}</td><td>${startedAt.slice(11, 19)}</td>${numbers.map(cell)}</tr>`
}

/** `0,18–0,34 %`. */
function between({ lower, upper }: LoadReport['figures']['bounds']): Said {
  const [from, to] = [share(lower, 'down'), share(upper, 'up')]
  return { nb: `${from.nb.replace(' %', '')}–${to.nb}`, en: `${from.en.replace('%', '')}–${to.en}` }
}

const cell = (said: Said): Markup => html`<td class="number">${say(said)}</td>`

/** Counted, and not decided: that is the business of a requirement. */
function together(all: readonly LoadReport[]): Markup {
  const sum = (what: 'n' | 'slow') => all.reduce((total, { figures }) => total + figures[what], 0)
  const [n, slow] = [sum('n'), sum('slow')]
  return html`<tr class="sum"><th scope="row">${say({ nb: 'I alt', en: 'In all' })}</th><td colspan="2"></td>${[count(n), count(slow), share(n === 0 ? 0 : slow / n)].map(cell)}<td colspan="4"></td></tr>`
}
