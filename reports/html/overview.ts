import type { Report, Result } from '../../contracts/report/report.ts'
import { describe, type Titles } from '../titles.ts'
import { areaWords, verdictOrder, verdictWords } from '../words.ts'
import { badge } from './badge.ts'
import { html, type Markup, say, sayTicked } from './markup.ts'

/** How many of each verdict, by area. */
export function overview({ results }: Report, titles: Titles): Markup {
  const areas = [...Map.groupBy(results, ({ area }) => area)]
  const several = areas.length > 1
  return html`<section aria-labelledby="overview">
  <h2 id="overview">${say({ nb: 'Oversikt', en: 'Overview' })}</h2>
  ${bar(results)}
  <div class="scroll" tabindex="0" role="group" aria-labelledby="overview"><table>
    <caption>${say({ nb: 'Antall krav etter vurdering', en: 'Number of requirements by verdict' })}</caption>
    <thead><tr><th scope="col">${say({ nb: 'Område', en: 'Area' })}</th>${verdictOrder.map(
      (verdict) => html`<th scope="col" class="number">${say(verdictWords[verdict])}</th>`,
    )}<th scope="col" class="number">${say({ nb: 'Alle', en: 'All' })}</th></tr></thead>
    <tbody>${areas.map(([area, inArea]) => row(html`<a href="#${area}">${say(areaWords[area])}</a>`, inArea))}</tbody>
    ${several ? html`<tfoot>${row(say({ nb: 'Sum', en: 'Sum' }), results)}</tfoot>` : ''}
  </table></div>
  ${reds(results, titles)}
</section>`
}

function row(name: Markup, results: readonly Result[]): Markup {
  const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length
  return html`<tr><th scope="row">${name}</th>${verdictOrder.map(
    (verdict) => html`<td class="number">${count(verdict)}</td>`,
  )}<td class="number">${results.length}</td></tr>`
}

/** Decoration: the table beside it says the same. */
function bar(results: readonly Result[]): Markup {
  const parts = verdictOrder
    .map((verdict) => ({ verdict, count: results.filter((result) => result.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
  return html`<div class="bar" aria-hidden="true">${parts.map(
    ({ verdict, count }) => html`<span class="${verdict}" style="flex-grow:${count}"></span>`,
  )}</div>`
}

/** A way to every red, for those who came for nothing else. */
function reds(results: readonly Result[], titles: Titles): Markup {
  const all = (['fail', 'inconclusive'] as const).flatMap((verdict) =>
    results.filter((result) => result.verdict === verdict),
  )
  if (all.length === 0) return html``
  return html`<nav aria-labelledby="attention">
  <h3 id="attention">${say({ nb: 'Dette må noen se på', en: 'Somebody must look at these' })}</h3>
  <ul class="contents">${all.map(
    ({ requirement, verdict }) =>
      html`<li>${badge(verdict)}<span><a class="id" href="#${requirement}">${requirement}</a> ${sayTicked(describe(titles, requirement).title)}</span></li>`,
  )}</ul>
</nav>`
}
