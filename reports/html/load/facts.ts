import type { LoadReport } from '../../../contracts/report/load.ts'
import type { Said } from '../../words.ts'
import { html, type Markup, say } from '../markup.ts'
import { both, count, duration } from './numbers.ts'

/** A window in numbers. */
export function facts({ figures, floorMs, startedAt }: LoadReport): Markup {
  const { n, slow, failed, limitMs, latency, episodes, dispersion, generator } = figures
  const limit = duration(limitMs)
  const rows: readonly (readonly [Said, Said])[] = [
    [{ nb: 'Begynte', en: 'Began' }, both(`${startedAt.slice(0, 19).replace('T', ' ')} UTC`)],
    [{ nb: 'Spørsmål som teller', en: 'Questions that count' }, count(n)],
    [
      { nb: `Trege: ${limit.nb} eller mer, eller uten godt svar`, en: `Slow: ${limit.en} or more, or no good answer` },
      count(slow),
    ],
    [{ nb: 'Av dem uten godt svar', en: 'Of these, no good answer' }, count(failed)],
    [{ nb: 'Halvparten av de gode svarene innen', en: 'Half of the good answers within' }, duration(latency.p50)],
    [{ nb: '99 % av de gode svarene innen', en: '99% of the good answers within' }, duration(latency.p99)],
    [{ nb: 'Det tregeste gode svaret', en: 'The slowest good answer' }, duration(latency.max)],
    [{ nb: 'Statuser og feil', en: 'Statuses and errors' }, both(tally({ ...figures.statuses, ...figures.errors }))],
    [
      { nb: 'Trege i klynger', en: 'Slow in clusters' },
      {
        nb: `${episodes} ${episodes === 1 ? 'episode' : 'episoder'}${dispersion === null ? '' : `, spredning ${both(dispersion.toFixed(1)).nb}`}`,
        en: `${episodes} ${episodes === 1 ? 'episode' : 'episodes'}${dispersion === null ? '' : `, dispersion ${dispersion.toFixed(1)}`}`,
      },
    ],
    [{ nb: 'Nettet alene', en: 'The network alone' }, duration(floorMs)],
    [{ nb: 'Sendt for sent, 99 % innen', en: 'Sent late, 99% within' }, duration(generator.lagP99)],
    [{ nb: 'Aldri sendt', en: 'Never sent' }, count(generator.unsent)],
  ]
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${say(name)}</dt><dd>${say(value)}</dd></div>`)}</dl>`
}

const tally = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what}: ${count}`)
    .join(', ') || '–'
