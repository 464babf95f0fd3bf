import type { LoadReport, LoadWindow } from '../../../contracts/report/load.ts'
import type { Said } from '../../words.ts'
import { html, type Markup, say } from '../markup.ts'
import { type Columns, columnsOf, isLate } from './columns.ts'
import { drawBounds } from './draw-bounds.ts'
import { drawHistogram } from './draw-histogram.ts'
import { drawTime } from './draw-time.ts'
import { histogramOf } from './histogram.ts'
import { count, duration, share } from './numbers.ts'
import { phases } from './phase-table.ts'
import { phasesOf } from './phases.ts'
import { histogramTable, timeTable } from './tables.ts'

/** One window in pictures, each with a caption that says what is drawn, and the numbers behind them. */

const drawnColumns = 208
const toldColumns = 24

export function drawings(report: LoadReport, window: LoadWindow): Markup {
  const { id, figures } = report
  const latencies = columnsOf(window, figures.limitMs, drawnColumns, 100)
  const sends = columnsOf(window, figures.limitMs, drawnColumns)
  const histogram = histogramOf(window, figures.limitMs)
  const figure = (what: string, caption: Said, drawn: (labelledBy: string) => Markup) => {
    const label = `load-${id}-${what}`
    return html`<figure class="plot"><figcaption id="${label}">${say(caption)}</figcaption><div class="scroll" tabindex="0" role="group" aria-labelledby="${label}">${drawn(label)}</div></figure>`
  }
  return html`${figure('time', timeCaption(report, latencies), (label) => drawTime({ report, window, latencies, sends }, label))}
  ${figure('histogram', histogramCaption(duration(figures.limitMs)), (label) => drawHistogram(histogram, report, label))}
  ${figure('bounds', boundsCaption(report), (label) => drawBounds(report, label))}
  ${phases(phasesOf(window), report)}
  <details class="more"><summary>${say({ nb: 'Vis tallene bak tegningene', en: 'Show the numbers behind the drawings' })}</summary>
  ${timeTable(columnsOf(window, figures.limitMs, toldColumns), figures.limitMs)}
  ${histogramTable(histogram)}</details>`
}

/** What is drawn one by one, and what together. */
function timeCaption({ figures, mix }: LoadReport, { widthMs, all }: Columns): Said {
  const { n, slow, failed, limitMs } = figures
  const [limit, width] = [duration(limitMs), duration(widthMs)]
  const [dots, others, crosses] = [count(slow - failed), count(n - slow), count(failed)]
  const late = all.some(isLate)
    ? {
        nb: ' En lilla strek: så sent ble det seneste av dem sendt.',
        en: ' A purple line: how late the latest of them was sent.',
      }
    : { nb: '', en: '' }
  const job = mix.some(({ isJob }) => isJob)
    ? {
        nb: ', den andre jobbens med; svartidene dens er ikke tegnet',
        en: ', those of the other job among them, whose latency is not drawn',
      }
    : { nb: '', en: '' }
  return {
    nb: `Svartid over tid. Hvert svar på ${limit.nb} eller mer er en egen prikk (${dots.nb}), hvert spørsmål uten godt svar et kryss øverst (${crosses.nb}); de kan dekke hverandre. De andre ${others.nb} er tegnet sammen, ${width.nb} om gangen: en strek fra det raskeste til det tregeste, og på tvers det midterste av alle gode svar.${late.nb} Under: hvor mange som skulle sendes (strek) og som ble sendt (flate)${job.nb}.`,
    en: `Latency over time. Each answer of ${limit.en} or more is a dot of its own (${dots.en}), each question without a good answer a cross at the top (${crosses.en}); they may cover one another. The other ${others.en} are drawn together, ${width.en} at a time: a line from the quickest to the slowest, and across it the middle one of all good answers.${late.en} Below: how many were to be sent (line) and were sent (area)${job.en}.`,
  }
}

const histogramCaption = (limit: Said): Said => ({
  nb: `Hvor mange svar som tok hvor lang tid. Til høyre for ${limit.nb} er de for trege; helt til høyre de som ikke ga noe godt svar.`,
  en: `How many answers took how long. To the right of ${limit.en} they are too slow; at the far right those that came to no good answer.`,
})

function boundsCaption({ figures }: LoadReport): Said {
  const { n, slow, bounds } = figures
  const all = [
    share(n === 0 ? 0 : slow / n),
    share(bounds.lower, 'down'),
    share(bounds.upper, 'up'),
    share(figures.share),
  ]
  const said = (language: 'nb' | 'en') => all.map((one) => one[language])
  const [nb, en] = [said('nb'), said('en')]
  return {
    nb: `Andelen trege. Målt ble ${nb[0]}; den sanne andelen er minst ${nb[1]} og høyst ${nb[2]} (hver for seg med 95 % sikkerhet). Under ${nb[3]} kreves.`,
    en: `The share that is slow. ${en[0]} was seen; the true share is at least ${en[1]} and at most ${en[2]} (each with 95% confidence). Less than ${en[3]} is required.`,
  }
}
