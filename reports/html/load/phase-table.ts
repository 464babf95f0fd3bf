import type { LoadReport } from '../../../contracts/report/load.ts'
import type { Said } from '../../words.ts'
import { html, type Markup, say } from '../markup.ts'
import { count as counted, duration } from './numbers.ts'
import type { Phase, PhaseName } from './phases.ts'

const words: Readonly<Record<PhaseName, Said>> = {
  generator: { nb: 'Sendt etter planlagt tid', en: 'Sent after the planned time' },
  connect: { nb: 'Oppkobling', en: 'Connect' },
  tls: { nb: 'TLS', en: 'TLS' },
  firstByte: { nb: 'Til første byte av svaret', en: 'To the first byte of the answer' },
  rest: { nb: 'Resten av svaret', en: 'The rest of the answer' },
  total: { nb: 'I alt, fra planlagt tid', en: 'In all, from the planned time' },
}

/** Where the time went, with a bar for the 99 % of each. Decoration: the number stands beside it. */
export function phases(all: readonly Phase[], { id }: LoadReport): Markup {
  const longest = all.reduce((most, { p99 }) => Math.max(most, p99 ?? 0), 0)
  const bar = (p99: number | null) =>
    p99 === null
      ? ''
      : html`<span class="bar phase" aria-hidden="true"><span style="width:${Math.round((100 * p99) / (longest || 1))}%"></span></span>`
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="load-${id}-phases"><table>
    <caption id="load-${id}-phases">${say({ nb: 'Hvor tiden gikk, for gode svar', en: 'Where the time went, of good answers' })}</caption>
    <thead><tr><th scope="col">${say({ nb: 'Del', en: 'Phase' })}</th><th scope="col" class="number">${say({ nb: 'Antall', en: 'Count' })}</th><th scope="col" class="number">${say({ nb: 'Halvparten innen', en: 'Half within' })}</th><th scope="col" class="number">${say({ nb: '99 % innen', en: '99% within' })}</th><th scope="col" class="number">${say({ nb: 'Lengst', en: 'Longest' })}</th></tr></thead>
    <tbody>${all.map(
      ({ name, count, p50, p99, max }) =>
        html`<tr><th scope="row">${say(words[name])}${bar(p99)}</th><td class="number">${say(counted(count))}</td><td class="number">${say(duration(p50))}</td><td class="number">${say(duration(p99))}</td><td class="number">${say(duration(max))}</td></tr>`,
    )}</tbody></table></div>`
}
