import type { Finding } from '../../contracts/report/report.ts'
import { weightWords } from '../words.ts'
import { isWindow } from './load/window-words.ts'
import { html, type Markup, say } from './markup.ts'
import type { Way } from './ways.ts'

/** Expected beside actual, where it was read, and the way to the whole exchange, or to its mark in a letter. */
export function findingMarkup({ what, weight, expected, actual, at, exchange }: Finding, way?: Way): Markup {
  return html`<div class="finding"${way === undefined ? '' : html` id="${way.finding}"`}>
  <p><strong>${say(weightWords[weight])}:</strong> <bdi lang="en">${what}</bdi></p>
  <dl class="pair">
    <div><dt>${say({ nb: 'Forventet', en: 'Expected' })}</dt><dd><pre>${shown(expected)}</pre></dd></div>
    <div><dt>${say({ nb: 'Faktisk', en: 'Actual' })}</dt><dd><pre>${shown(actual)}</pre></dd></div>
  </dl>
  <p class="small">${way === undefined ? html`<code>${at}</code>` : html`<a href="#${way.mark}"><code>${at}</code></a>`} · <a href="#${exchange}">${say(isWindow(exchange) ? { nb: 'Målevinduet', en: 'The window' } : { nb: 'Hele utvekslingen', en: 'The whole exchange' })} ${exchange}</a></p>
</div>`
}

/** What was in order beside what was not: enough to know that it was looked at. */
export function notes(findings: readonly Finding[]): Markup {
  if (findings.length === 0) return html``
  return html`<div class="finding">
  <p><strong>${say(weightWords.note)}:</strong></p>
  <ul class="small">${findings.map(
    ({ what, exchange }) => html`<li><bdi lang="en">${what}</bdi> <a href="#${exchange}">${exchange}</a></li>`,
  )}</ul>
</div>`
}

/** Of what was measured: what was seen, with the way to the window. */
export const measurements = (findings: readonly Finding[]): Markup =>
  html`${findings.map(
    ({ what, exchange }) => html`<p><bdi lang="en">${what}</bdi> <a href="#${exchange}">${exchange}</a></p>`,
  )}`

/** For requirements that are met: which exchanges show it. */
export function noteLinks(findings: readonly Finding[]): Markup {
  const ids = [...new Set(findings.map(({ exchange }) => exchange))]
  if (ids.length === 0) return html``
  return html`<br><span class="small">${say({ nb: 'Se', en: 'See' })} ${ids.map((id, at) => html`${at === 0 ? '' : ', '}<a href="#${id}">${id}</a>`)}</span>`
}

/** Texts stand as they are, so that quotation marks are the participant's own; everything else as JSON. */
function shown(value: unknown): string {
  if (typeof value === 'string') return shortened(value, 1500)
  const line = JSON.stringify(value) ?? 'null'
  return line.length <= 60 ? line : shortened(JSON.stringify(value, null, 2), 1500)
}

export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}\n… (+${text.length - most})`
}
