import { observationsIn } from '../../contracts/report/observations.ts'
import type { Report, Result } from '../../contracts/report/report.ts'
import type { Area } from '../../contracts/requirement.ts'
import { sectionSaid } from '../section-words.ts'
import { describe, type Titles } from '../titles.ts'
import { areaWords, certaintyWords, levelWords, reasonWords, type Said, verdictOrder, verdictWords } from '../words.ts'
import { attention } from './attention.ts'
import { badge } from './badge.ts'
import { findingMarkup, measurements, noteLinks, notes } from './finding.ts'
import { isWindow } from './load/window-words.ts'
import { html, type Markup, path, say, sayTicked } from './markup.ts'
import type { Ways } from './ways.ts'

/** Area by area: what needs attention as cards, the worst first; all the rest as one table for each section. */
export function results({ results: all }: Report, titles: Titles, ways: Ways): readonly Markup[] {
  return [...Map.groupBy(all, ({ area }) => area)].map(([area, inArea]) => areaMarkup(area, inArea, titles, ways))
}

const needsAttention = ({ verdict }: Result) => (attention as readonly string[]).includes(verdict)

function areaMarkup(area: Area, inArea: readonly Result[], titles: Titles, ways: Ways): Markup {
  const cards = attention.flatMap((verdict) => inArea.filter((result) => result.verdict === verdict))
  const quiet = Map.groupBy(
    inArea.filter((result) => !needsAttention(result) && result.verdict !== 'not-tested'),
    ({ requirement }) => describe(titles, requirement).section,
  )
  const heading = say({ nb: 'Brudd, uavklarte og advarsler', en: 'Breaches, undecided and warnings' })
  return html`<section aria-labelledby="${area}">
  <h2 id="${area}">${say(areaWords[area])}</h2>
  ${cards.length > 0 ? html`<h3>${heading}</h3>` : quiet.size > 0 ? nothingRed : nothingJudged}
  ${cards.map((result) => card(result, titles, ways))}
  ${[...quiet].map(([section, rows]) => sectionMarkup(section, rows, titles))}
  ${untested(
    inArea.filter(({ verdict }) => verdict === 'not-tested'),
    titles,
  )}
</section>`
}

/** Often hundreds of rows: folded, but counted by reason where everybody sees it. */
function untested(rows: readonly Result[], titles: Titles): Markup {
  if (rows.length === 0) return html``
  const reasons = [...Map.groupBy(rows, ({ reason: code }) => code)]
  return html`<h3>${say(verdictWords['not-tested'])}: ${rows.length}</h3>
  <ul>${reasons.map(([code, some]) => html`<li>${some.length} – ${code === null ? '' : say(reasonWords[code])}</li>`)}</ul>
  <details class="more print"><summary>${say({ nb: 'Vis kravene som ikke er prøvd', en: 'Show the requirements that were not tested' })}</summary>
  ${table(rows, titles)}</details>`
}

const nothingRed = html`<p>${say({ nb: 'Ingen brudd, uavklarte eller advarsler.', en: 'No breaches, nothing undecided, no warnings.' })}</p>`

/** A calm area in which nothing was tried is no good news. */
const nothingJudged = html`<p>${say({ nb: 'Ingenting er vurdert her.', en: 'Nothing was judged here.' })}</p>`

const strength = ({ level, certainty }: Result): Said => ({
  nb: `${levelWords[level].nb}, ${certaintyWords[certainty].nb}`,
  en: `${levelWords[level].en}, ${certaintyWords[certainty].en}`,
})

function card(result: Result, titles: Titles, ways: Ways): Markup {
  const { title, source } = describe(titles, result.requirement)
  return html`<article class="card ${result.verdict}" id="${result.requirement}" aria-labelledby="${result.requirement}-title">
  <header>
    ${badge(result.verdict)}
    <span class="id">${result.requirement}</span>
    <span class="soft small">${say(strength(result))}</span>
    <h4 id="${result.requirement}-title">${sayTicked(title)}</h4>
  </header>
  <p>${reason(result)}<bdi lang="en">${result.message}</bdi></p>${declared(result)}
  ${result.findings.filter(({ weight }) => weight !== 'note').map((finding) => findingMarkup(finding, ways.get(finding)))}
  ${notes(result.findings.filter(({ weight }) => weight === 'note'))}
  <p class="soft small">${source === undefined ? '' : html`${say({ nb: 'Kilde', en: 'Source' })}: ${source} · `}${place(result)}</p>
</article>`
}

/** A breach that somebody answers for; it is none the less one. */
function declared({ deviation }: Result): Markup {
  if (deviation === undefined) return html``
  const { owner, approver, reason: why, expires, daysLeft, inForce } = deviation
  const state: Said = inForce
    ? {
        nb: `gjelder i ${daysLeft} dager til, til og med ${expires}`,
        en: `in force for ${daysLeft} days more, until ${expires}`,
      }
    : { nb: `utløpt ${expires}`, en: `expired on ${expires}` }
  const rows: readonly (readonly [Said, string])[] = [
    [{ nb: 'Eier', en: 'Owner' }, owner],
    [{ nb: 'Godkjent av', en: 'Approved by' }, approver],
    [{ nb: 'Grunn', en: 'Reason' }, why],
  ]
  return html`
  <div class="finding">
  <p><strong>${say({ nb: 'Oppgitt avvik', en: 'Declared deviation' })}:</strong> ${say(state)}</p>
  <dl class="facts">${rows.map(([name, value]) => html`<div><dt>${say(name)}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
</div>`
}

const reason = ({ reason: code }: Result): Markup =>
  code === null
    ? html``
    : html`<strong>${say(capital(reasonWords[code]))}</strong> <span class="soft small">(${code})</span><br>`

/**
 * What a check says is English; that nothing was wrong is said in both languages. What was measured under load is told
 * all the same: that a share is small is worth as much as the number of requests behind it.
 */
function why({ message, findings }: Result): Markup {
  const seen = observationsIn(message)
  if (seen === null) return html`<bdi lang="en">${message}</bdi>${noteLinks(findings)}`
  const measured = findings.filter(({ exchange }) => isWindow(exchange))
  if (measured.length > 0) return measurements(measured)
  return html`${say({ nb: `${seen} ${seen === 1 ? 'observasjon' : 'observasjoner'}, alt i orden`, en: message })}${noteLinks(findings)}`
}

const capital = ({ nb, en }: Said): Said => ({
  nb: nb.charAt(0).toUpperCase() + nb.slice(1),
  en: en.charAt(0).toUpperCase() + en.slice(1),
})

const place = ({ check }: Result): Markup =>
  check === null
    ? say({ nb: 'ingen prøve', en: 'no check' })
    : html`${say({ nb: 'Prøve', en: 'Check' })}: ${path(check)}`

function sectionMarkup(section: string, rows: readonly Result[], titles: Titles): Markup {
  const sorted = verdictOrder.flatMap((verdict) => rows.filter((row) => row.verdict === verdict))
  return html`<h3>${sayTicked(sectionSaid(section))}</h3>
  ${table(sorted, titles)}`
}

const columns: readonly Said[] = [
  { nb: 'Krav', en: 'Requirement' },
  { nb: 'Vurdering', en: 'Verdict' },
  { nb: 'Hvorfor', en: 'Why' },
]

function table(rows: readonly Result[], titles: Titles): Markup {
  return html`<table class="rows">
    <thead><tr>${columns.map((name) => html`<th scope="col">${say(name)}</th>`)}</tr></thead>
    <tbody>${rows.map((result) => quietRow(result, titles))}</tbody>
  </table>`
}

function quietRow(result: Result, titles: Titles): Markup {
  const { requirement, verdict, check } = result
  const { title } = describe(titles, requirement)
  return html`<tr id="${requirement}">
<th scope="row"><span class="id">${requirement}</span>${title.en === requirement ? '' : html`${sayTicked(title)}<br>`}<span class="soft small">${say(strength(result))}</span></th>
<td>${badge(verdict)}</td>
<td>${reason(result)}${why(result)}${check === null ? '' : html`<span class="soft check">${path(check)}</span>`}</td>
</tr>`
}
