import type { LoadReport, LoadWindow } from '../../../contracts/report/load.ts'
import { profileWords } from '../../words.ts'
import { badge } from '../badge.ts'
import { html, type Markup, say } from '../markup.ts'
import { drawings } from './drawings.ts'
import { facts } from './facts.ts'
import { besideEachOther } from './side-by-side.ts'
import { nameOf } from './window-words.ts'

/** What was measured under load, window by window. Drawn from the requests; what is decided stands in the figures. */

export function loads(reports: readonly LoadReport[], windows: readonly LoadWindow[]): Markup {
  if (reports.length === 0) return html``
  return html`<section aria-labelledby="load">
  <h2 id="load">${say({ nb: 'Svartid under last', en: 'Latency under load' })}</h2>
  <p>${say({
    nb: 'Spørsmålene sendes til faste tider, uansett hva svarene gjør. Svartiden regnes fra den planlagte tiden, så en stans ikke skjuler seg selv. Merket ved et vindu sier hva det viser alene; hva som følger av det, står ved kravet. Alle målingene står i load.ndjson ved siden av rapporten.',
    en: 'Questions leave at planned times, whatever the answers do. Latency is counted from the planned time, so that a stall cannot hide itself. The mark of a window says what it shows by itself; what follows from it stands with the requirement. Every measurement stands in load.ndjson beside this report.',
  })}</p>
  ${besideEachOther(reports)}
  ${reports.map((report) =>
    windowMarkup(
      report,
      windows.find(({ id }) => id === report.id),
    ),
  )}
</section>`
}

function windowMarkup(report: LoadReport, window: LoadWindow | undefined): Markup {
  const { figures, id, part } = report
  return html`<h3 id="${id}">${title(report)}</h3>
  <p>${part.of === 1 ? '' : html`<strong>${say({ nb: 'Vinduet alene', en: 'This window alone' })}:</strong> `}${badge(figures.decision)} <bdi lang="en">${figures.said}</bdi></p>
  ${figures.generator.problems.length === 0 ? '' : problems(figures.generator.problems)}
  ${facts(report)}
  ${window === undefined ? '' : drawings(report, window)}`
}

function title(report: LoadReport): Markup {
  const { id, profile, ratePerSecond } = report
  return html`${id}: ${say(nameOf(report))} – ${say(profileWords[profile])}, ${say({ nb: `${ratePerSecond} i sekundet`, en: `${ratePerSecond} per second` })}`
}

const problems = (all: readonly string[]): Markup =>
  html`<p>${say({
    nb: 'Målingen selv var ikke i orden, og ingen andre får skylden:',
    en: 'The measurement itself was not in order, and nobody else is to blame:',
  })}</p><ul lang="en">${all.map((problem) => html`<li>${problem}</li>`)}</ul>`
