import type { Said } from '../../words.ts'
import { html, type Markup, say } from '../markup.ts'
import type { Columns } from './columns.ts'
import type { Histogram } from './histogram.ts'
import { clock, count as counted, duration } from './numbers.ts'

/** What the drawings show, for those who do not see them. */

const head = (names: readonly Said[]): Markup =>
  html`<thead><tr>${names.map((name, at) => html`<th scope="col"${at === 0 ? '' : html` class="number"`}>${say(name)}</th>`)}</tr></thead>`

export function timeTable({ widthMs, all }: Columns, limitMs: number): Markup {
  const limit = duration(limitMs)
  return html`<table><caption>${say({ nb: `Svartid over tid, ${duration(widthMs).nb} om gangen`, en: `Latency over time, ${duration(widthMs).en} at a time` })}</caption>
  ${head([
    { nb: 'Fra', en: 'From' },
    { nb: 'Planlagt', en: 'Planned' },
    { nb: 'Sendt', en: 'Sent' },
    { nb: 'Seneste sendt etter planen', en: 'Latest sent after plan' },
    { nb: 'Raskest', en: 'Quickest' },
    { nb: 'Midterst', en: 'Middle' },
    { nb: 'Tregest', en: 'Slowest' },
    { nb: `${limit.nb} eller mer`, en: `${limit.en} or more` },
    { nb: 'Uten godt svar', en: 'No good answer' },
  ])}
  <tbody>${all.map(
    ({ from, planned, sent, late, good, slow, failed }) =>
      html`<tr><th scope="row">${clock(from)}</th><td class="number">${planned}</td><td class="number">${sent}</td><td class="number">${say(duration(late))}</td><td class="number">${say(duration(good?.least ?? null))}</td><td class="number">${say(duration(good?.middle ?? null))}</td><td class="number">${say(duration(good?.most ?? null))}</td><td class="number">${slow}</td><td class="number">${failed}</td></tr>`,
  )}</tbody></table>`
}

export function histogramTable({ bins, failed }: Histogram): Markup {
  return html`<table><caption>${say({ nb: 'Hvor mange svar som tok hvor lang tid', en: 'How many answers took how long' })}</caption>
  ${head([
    { nb: 'Fra', en: 'From' },
    { nb: 'Svar', en: 'Answers' },
  ])}
  <tbody>${bins
    .filter(({ count }) => count > 0)
    .map(
      ({ from, count }) =>
        html`<tr><th scope="row">${say(duration(from))}</th><td class="number">${say(counted(count))}</td></tr>`,
    )}<tr><th scope="row">${say({ nb: 'uten godt svar', en: 'no good answer' })}</th><td class="number">${failed}</td></tr></tbody></table>`
}
