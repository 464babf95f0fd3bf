import type { Finding, Report } from '../../../contracts/report/report.ts'
import type { Verdict } from '../../../contracts/report/verdict.ts'
import type { Redacted } from '../../redact/record.ts'
import type { Said } from '../../words.ts'
import { badge } from '../badge.ts'
import { html, type Markup, say } from '../markup.ts'
import { type Sentence, sentenceOf } from './sentences.ts'
import { idsOf, type Turn, turnsOf } from './turns.ts'

/** A bankruptcy as its bostyrer lives it: who did what when, on which evidence, and what was wrong with it. */

interface Chapter {
  /** The scene of the act that it tells. */
  readonly scene: string
  readonly title: Said
}

const chapters: readonly Chapter[] = [
  { scene: 'before', title: { nb: 'Før konkursen', en: 'Before the bankruptcy' } },
  {
    scene: 'opening',
    title: { nb: 'Konkursen åpnes, og kontoene sperres', en: 'The bankruptcy opens, and the accounts are locked' },
  },
  {
    scene: 'look-up',
    title: { nb: 'Kundeforholdet slås opp', en: 'The customer relationship is looked up' },
  },
  {
    scene: 'bostyrer-asks',
    title: {
      nb: 'Bostyrer får kontoene, saldoene og tolv måneder med transaksjoner',
      en: 'The bostyrer gets the accounts, the balances and twelve months of transactions',
    },
  },
  {
    scene: 'sletting',
    title: {
      nb: 'Åpningen slettes: kontoene er åpne igjen, og bostyrer avvises',
      en: 'The opening is deleted: the accounts are open again, and the bostyrer is refused',
    },
  },
]

/** Ids of all that it stands on; they belong into the evidence part. */
export const storyIds = (redacted: Redacted): ReadonlySet<string> =>
  new Set(chapters.flatMap(({ scene }) => turnsOf(redacted, scene).flatMap(idsOf)))

/** Nothing where the act was not played. */
export function story(redacted: Redacted): Markup {
  const told = chapters
    .map((chapter) => ({ chapter, turns: turnsOf(redacted, chapter.scene) }))
    .filter(({ turns }) => turns.length > 0)
  if (told.length === 0) return html``
  const { organisationNumber } = redacted.report.participant
  const wrongs = wrongsIn(redacted.report)
  return html`<section class="story" aria-labelledby="story">
  <h2 id="story">${say({ nb: 'En konkurs, fra åpning til sletting', en: 'A bankruptcy, from opening to sletting' })}</h2>
  <p>${say({
    nb: 'Slik gikk det med debitoren K1 i denne kjøringen. Hver linje viser til det den bygger på; det som ikke var som det skulle, er merket der det skjedde.',
    en: 'This is how it went with the debtor K1 in this run. Every line points at what it stands on; whatever was not as it should be is marked where it happened.',
  })}</p>
  <ol class="chapters">${told.map(
    ({ chapter, turns }) => html`<li>
    <h3>${say(chapter.title)}</h3>
    <ul class="turns">${turns.map((turn) => turnMarkup(sentenceOf(turn, organisationNumber), turn, wrongs))}</ul>
  </li>`,
  )}</ol>
</section>`
}

function turnMarkup({ who, says }: Sentence, turn: Turn, wrongs: Wrongs): Markup {
  const ids = idsOf(turn)
  const wrong = ids.flatMap((id) => wrongs.get(id) ?? [])
  return html`<li>
      <p><span class="soft time">${turn.at.slice(11, 19)}</span> <strong>${say(who)}</strong> ${say(says)} <span class="soft small">${ids
        .slice(0, 3)
        .map((id) => html`<a href="#${id}">${id}</a> `)}${ids.length > 3 ? `+ ${ids.length - 3}` : ''}</span></p>
      ${wrong.map(
        ({ requirement, verdict, finding }) =>
          html`<p class="wrong ${verdict}">${badge(verdict)} <span class="id">${requirement}</span> <bdi lang="en">${finding.what}</bdi></p>`,
      )}
    </li>`
}

interface Wrong {
  readonly requirement: string
  readonly verdict: Verdict
  readonly finding: Finding
}
type Wrongs = ReadonlyMap<string, readonly Wrong[]>

function wrongsIn({ results }: Report): Wrongs {
  const all = results.flatMap(({ requirement, verdict, findings }) =>
    findings.filter(({ weight }) => weight !== 'note').map((finding) => ({ requirement, verdict, finding })),
  )
  return Map.groupBy(all, ({ finding }) => finding.exchange)
}
