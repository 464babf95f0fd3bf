import type { LoadReport, LoadWindow } from '../../../contracts/report/load.ts'
import { loadNameWords, profileWords, type Said } from '../../words.ts'
import { badge } from '../badge.ts'
import { html, type Markup, say } from '../markup.ts'
import { columnsOf } from './columns.ts'
import { drawBounds } from './draw-bounds.ts'
import { drawHistogram } from './draw-histogram.ts'
import { drawTime } from './draw-time.ts'
import { facts } from './facts.ts'
import { histogramOf } from './histogram.ts'
import { both, duration, share } from './numbers.ts'
import { phases } from './phase-table.ts'
import { phasesOf } from './phases.ts'
import { histogramTable, timeTable } from './tables.ts'

/** What was measured under load, window by window. Drawn from the requests; what is decided stands in the figures. */

const drawnColumns = 208
const toldColumns = 24

export function loads(reports: readonly LoadReport[], windows: readonly LoadWindow[]): Markup {
  if (reports.length === 0) return html``
  return html`<section aria-labelledby="load">
  <h2 id="load">${say({ nb: 'Svartid under last', en: 'Latency under load' })}</h2>
  <p>${say({
    nb: 'Spørsmålene sendes til faste tider, uansett hva svarene gjør. Svartiden regnes fra den planlagte tiden, så en stans ikke skjuler seg selv. Merket ved et vindu sier hva det viser alene; hva som følger av det, står ved kravet. Alle målingene står i load.ndjson ved siden av rapporten.',
    en: 'Questions leave at planned times, whatever the answers do. Latency is counted from the planned time, so that a stall cannot hide itself. The mark of a window says what it shows by itself; what follows from it stands with the requirement. Every measurement stands in load.ndjson beside this report.',
  })}</p>
  ${reports.map((report) =>
    windowMarkup(
      report,
      windows.find(({ id }) => id === report.id),
    ),
  )}
</section>`
}

function windowMarkup(report: LoadReport, window: LoadWindow | undefined): Markup {
  const { figures } = report
  return html`<h3>${title(report)}</h3>
  <p>${badge(figures.decision)} <bdi lang="en">${figures.said}</bdi></p>
  ${figures.generator.problems.length === 0 ? '' : problems(figures.generator.problems)}
  ${facts(report)}
  ${window === undefined ? '' : drawings(report, window)}`
}

function title({ name, profile, part, ratePerSecond }: LoadReport): Markup {
  const called: Said = loadNameWords[name as keyof typeof loadNameWords] ?? both(name)
  const of = part.of === 1 ? '' : ` ${part.number}/${part.of}`
  return html`${say(called)}${of} – ${say(profileWords[profile])}, ${say({ nb: `${ratePerSecond} i sekundet`, en: `${ratePerSecond} per second` })}`
}

const problems = (all: readonly string[]): Markup =>
  html`<p>${say({
    nb: 'Målingen selv var ikke i orden, og ingen andre får skylden:',
    en: 'The measurement itself was not in order, and nobody else is to blame:',
  })}</p><ul lang="en">${all.map((problem) => html`<li>${problem}</li>`)}</ul>`

function drawings(report: LoadReport, window: LoadWindow): Markup {
  const { id, figures } = report
  const columns = columnsOf(window, figures.limitMs, drawnColumns, 100)
  const sends = columnsOf(window, figures.limitMs, drawnColumns)
  const histogram = histogramOf(window, figures.limitMs)
  const limit = duration(figures.limitMs)
  const width = duration(columns.widthMs)
  const figure = (what: string, caption: Said, drawn: (labelledBy: string) => Markup) => {
    const label = `load-${id}-${what}`
    return html`<figure class="plot"><figcaption id="${label}">${say(caption)}</figcaption><div class="scroll" tabindex="0" role="group" aria-labelledby="${label}">${drawn(label)}</div></figure>`
  }
  return html`${figure(
    'time',
    {
      nb: `Svartid over tid. Hver strek går fra det raskeste til det tregeste gode svaret på ${width.nb}, med det midterste på tvers; den tykke delen er ${limit.nb} eller mer, og et kryss øverst er uten godt svar. Under: spørsmål som skulle sendes (strek) og som ble sendt (flate).`,
      en: `Latency over time. Each line reaches from the quickest to the slowest good answer of ${width.en}, with the middle one across; the thick part is ${limit.en} or more, and a cross at the top is without a good answer. Below: questions that were to be sent (line) and that were sent (area).`,
    },
    (label) => drawTime(columns, sends, report, label),
  )}
  ${figure(
    'histogram',
    {
      nb: `Hvor mange svar som tok hvor lang tid. Til høyre for ${limit.nb} er de for trege; helt til høyre de som ikke ga noe godt svar.`,
      en: `How many answers took how long. To the right of ${limit.en} they are too slow; at the far right those that came to no good answer.`,
    },
    (label) => drawHistogram(histogram, report, label),
  )}
  ${figure('bounds', boundsCaption(report), (label) => drawBounds(report, label))}
  ${phases(phasesOf(window), report)}
  <details class="more"><summary>${say({ nb: 'Vis tallene bak tegningene', en: 'Show the numbers behind the drawings' })}</summary>
  ${timeTable(columnsOf(window, figures.limitMs, toldColumns), figures.limitMs)}
  ${histogramTable(histogram)}</details>`
}

function boundsCaption({ figures }: LoadReport): Said {
  const { n, slow, bounds } = figures
  const [seen, lower, upper, allowed] = [n === 0 ? 0 : slow / n, bounds.lower, bounds.upper, figures.share].map(share)
  const said = (language: 'nb' | 'en') => [seen, lower, upper, allowed].map((one) => one?.[language] ?? '')
  const [nb, en] = [said('nb'), said('en')]
  return {
    nb: `Andelen trege. Målt ble ${nb[0]}; den sanne andelen er minst ${nb[1]} og høyst ${nb[2]} (hver for seg med 95 % sikkerhet). Under ${nb[3]} kreves.`,
    en: `The share that is slow. ${en[0]} was seen; the true share is at least ${en[1]} and at most ${en[2]} (each with 95% confidence). Less than ${en[3]} is required.`,
  }
}
