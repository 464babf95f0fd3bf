import type { Report } from '../../contracts/report/report.ts'
import { describe, type Titles } from '../titles.ts'
import { type Parent, parentsOf } from '../waiting.ts'
import {
  errorWords,
  judgedWords,
  runVerdictMeaning,
  runVerdictWords,
  type Said,
  waitingWords,
  warnedWords,
} from '../words.ts'
import { mark } from './badge.ts'
import { html, type Markup, type Part, say, sayTicked } from './markup.ts'

/** What a director reads: the verdict in words, how much was judged, of whom, against what, and when. */
export function headline(report: Report, titles: Titles): Markup {
  const { summary, participant } = report
  return html`${report.run.aborted ? aborted : ''}
<section class="hero ${summary.verdict}" aria-labelledby="participant">
  <p class="soft">${say({ nb: 'Samsvarsrapport', en: 'Conformance report' })}</p>
  <h1 id="participant">${participant.name}</h1>
  <p class="verdict">${mark(summary.verdict)}<span>${say(runVerdictWords[summary.verdict])}</span></p>
  <p class="counted">${say(judgedWords(summary.judged, summary.observable))}${say(warnedWords(summary.warn))}</p>
  <p class="soft">${say(runVerdictMeaning[summary.verdict])}</p>
  ${facts(report)}
</section>
${parentsOf(report.results).map((parent) => waiting(parent, titles))}${errors(report)}`
}

/** What to mend first, where much waits for one thing. */
function waiting({ breach, says, rows }: Parent, titles: Titles): Markup {
  const what =
    breach === null
      ? html`<bdi lang="en">${says}</bdi>`
      : html`<a class="id" href="#${breach.requirement}">${breach.requirement}</a> ${sayTicked(describe(titles, breach.requirement).title)} <span class="soft small">(<bdi lang="en">${says}</bdi>)</span>`
  return html`<div class="alarm" role="note">
  <p>${say(waitingWords(rows.length))}</p>
  <p>${what}</p>
</div>`
}

const aborted = html`<div class="alarm" role="note">
  <p>${say({ nb: 'Kjøringen ble avbrutt', en: 'The run was aborted' })}</p>
  <p>${say({
    nb: 'Rapporten viser bare det som rakk å bli prøvd. Den sier ikke noe om resten.',
    en: 'The report shows only what was tested before that. It says nothing about the rest.',
  })}</p>
</div>`

function facts({ participant, target, run }: Report): Markup {
  const kind = {
    reference: { nb: 'Referansebanken', en: 'The reference bank' },
    external: { nb: 'Deltakerens eget system', en: 'The participant’s own system' },
  }
  const rows: readonly (readonly [Said, Part])[] = [
    [{ nb: 'Organisasjonsnummer', en: 'Organisation number' }, participant.organisationNumber],
    [{ nb: 'Mål', en: 'Target' }, say(kind[target.kind])],
    ...(target.faults.length === 0
      ? []
      : [[{ nb: 'Innebygde feil', en: 'Built-in faults' }, html`<code>${target.faults.join(', ')}</code>`] as const]),
    [{ nb: 'Dag', en: 'Day' }, run.day],
    [
      { nb: 'Kjørt', en: 'Ran' },
      html`<span class="whole">${clock(run.startedAt)} –</span> <span class="whole">${clock(run.finishedAt)} UTC</span>`,
    ],
    [{ nb: 'Kravsett', en: 'Requirement set' }, run.requirementSet],
    [
      { nb: 'Streng modus', en: 'Strict mode' },
      say(
        run.strict
          ? { nb: 'ja: «bør» regnes som «skal»', en: 'yes: “should” counts as “must”' }
          : { nb: 'nei', en: 'no' },
      ),
    ],
    [{ nb: 'Frø', en: 'Seed' }, run.seed],
    [{ nb: 'Kjøring', en: 'Run' }, html`<code>${run.id}</code>`],
    [{ nb: 'samsvar', en: 'samsvar' }, `${run.harness.version} (${run.harness.commit.slice(0, 12)})`],
  ]
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** `2026-11-21T12:00:00.000Z` → `2026-11-21 12:00:00`. */
const clock = (time: string) => time.slice(0, 19).replace('T', ' ')

function errors({ errors: all }: Report): Markup {
  if (all.length === 0) return html``
  return html`<section aria-labelledby="errors">
  <h2 id="errors">${say({ nb: 'Feil i kjøringen', en: 'Errors of the run' })}</h2>
  <p>${say({
    nb: 'Dette er feil i oppsettet, i oppgitte avvik eller i prøven selv. Rett dem før resultatene under brukes.',
    en: 'These are errors of the set-up, of declared deviations, or of the harness itself. Mend them before relying on the results below.',
  })}</p>
  <ul class="errors">${all.map(
    ({ kind, code, message }) =>
      html`<li><strong>${say(errorWords[kind])}</strong> <code>${code}</code><br><bdi lang="en">${message}</bdi></li>`,
  )}</ul>
</section>`
}
