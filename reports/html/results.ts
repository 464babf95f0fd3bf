import type { Report, Result } from '../../contracts/report/report.ts'
import type { Area } from '../../contracts/requirement.ts'
import { describe, type Titles } from '../titles.ts'
import { areaWords, certaintyWords, levelWords, reasonWords, type Said, verdictOrder } from '../words.ts'
import { badge } from './badge.ts'
import { findingMarkup, noteLinks } from './finding.ts'
import { html, type Markup, say } from './markup.ts'

/** Area by area: what needs attention as cards, the worst first; all the rest as one table for each section. */
export function results({ results: all }: Report, titles: Titles): readonly Markup[] {
  return [...Map.groupBy(all, ({ area }) => area)].map(([area, inArea]) => areaMarkup(area, inArea, titles))
}

const attention = ['fail', 'inconclusive', 'warn'] as const
const needsAttention = ({ verdict }: Result) => (attention as readonly string[]).includes(verdict)

function areaMarkup(area: Area, inArea: readonly Result[], titles: Titles): Markup {
  const cards = attention.flatMap((verdict) => inArea.filter((result) => result.verdict === verdict))
  const quiet = Map.groupBy(
    inArea.filter((result) => !needsAttention(result)),
    ({ requirement }) => describe(titles, requirement).section,
  )
  return html`<section aria-labelledby="${area}">
  <h2 id="${area}">${say(areaWords[area])}</h2>
  ${cards.length === 0 ? nothingRed : html`<h3>${say({ nb: 'Brudd, uavklarte og advarsler', en: 'Breaches, undecided and warnings' })}</h3>`}
  ${cards.map((result) => card(result, titles))}
  ${[...quiet].map(([section, rows]) => sectionMarkup(section, rows, titles))}
</section>`
}

const nothingRed = html`<p>${say({ nb: 'Ingen brudd, uavklarte eller advarsler.', en: 'No breaches, nothing undecided, no warnings.' })}</p>`

const strength = ({ level, certainty }: Result): Said => ({
  nb: `${levelWords[level].nb}, ${certaintyWords[certainty].nb}`,
  en: `${levelWords[level].en}, ${certaintyWords[certainty].en}`,
})

function card(result: Result, titles: Titles): Markup {
  const { title, source } = describe(titles, result.requirement)
  return html`<article class="card ${result.verdict}" id="${result.requirement}" aria-labelledby="${result.requirement}-title">
  <header>
    ${badge(result.verdict)}
    <span class="id">${result.requirement}</span>
    <span class="soft small">${say(strength(result))}</span>
    <h4 id="${result.requirement}-title">${say(title)}</h4>
  </header>
  <p>${reason(result)}<bdi lang="en">${result.message}</bdi></p>
  ${result.findings.map(findingMarkup)}
  <p class="soft small">${source === undefined ? '' : html`${say({ nb: 'Kilde', en: 'Source' })}: ${source} · `}${place(result)}</p>
</article>`
}

const reason = ({ reason: code }: Result): Markup =>
  code === null
    ? html``
    : html`<strong>${say(capital(reasonWords[code]))}</strong> <span class="soft small">(${code})</span><br>`

const capital = ({ nb, en }: Said): Said => ({
  nb: nb.charAt(0).toUpperCase() + nb.slice(1),
  en: en.charAt(0).toUpperCase() + en.slice(1),
})

const place = ({ check }: Result): Markup =>
  check === null
    ? say({ nb: 'ingen prøve', en: 'no check' })
    : html`${say({ nb: 'Prøve', en: 'Check' })}: <code>${check}</code>`

function sectionMarkup(section: string, rows: readonly Result[], titles: Titles): Markup {
  const sorted = verdictOrder.flatMap((verdict) => rows.filter((row) => row.verdict === verdict))
  return html`${section === '' ? '' : html`<h3>${section}</h3>`}
  <table class="rows">
    <thead><tr><th scope="col">${say({ nb: 'Krav', en: 'Requirement' })}</th><th scope="col">${say({ nb: 'Vurdering', en: 'Verdict' })}</th><th scope="col">${say({ nb: 'Hvorfor', en: 'Why' })}</th></tr></thead>
    <tbody>${sorted.map((result) => quietRow(result, titles))}</tbody>
  </table>`
}

function quietRow(result: Result, titles: Titles): Markup {
  const { title } = describe(titles, result.requirement)
  return html`<tr id="${result.requirement}"><th scope="row"><span class="id">${result.requirement}</span>${say(title)}<br><span class="soft small">${say(strength(result))}</span></th><td>${badge(result.verdict)}</td><td>${reason(result)}<bdi lang="en">${result.message}</bdi>${noteLinks(result.findings)}${result.check === null ? '' : html`<br><code class="soft">${result.check}</code>`}</td></tr>`
}
