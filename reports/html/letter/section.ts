import { isRoot } from '../../../contracts/dsve/messages.ts'
import type { ReplySighting } from '../../../contracts/dsve/sighting.ts'
import type { Redacted } from '../../redact/record.ts'
import type { Said } from '../../words.ts'
import { html, type Markup, say } from '../markup.ts'
import { letterTables, mostLines } from './letter.ts'
import type { ShownElement } from './lines.ts'
import { type Marks, type Received, received } from './marks.ts'

/** What the bank has answered the megler: letters that findings point to, those with something wrong in them unfolded. */

/** Lines of all letters together. Nobody but us chooses the size of the page. */
const mostOfAll = 5000

export function letters(redacted: Redacted, marks: Marks): Markup {
  const pointedTo = new Set(redacted.report.results.flatMap(({ findings }) => findings.map(({ exchange }) => exchange)))
  const shown = received(redacted).filter(({ observation: { id } }) => pointedTo.has(id))
  if (shown.length === 0) return html``
  const rooms = roomsOf(shown, marks)
  return html`<section aria-labelledby="letters">
  <h2 id="letters">${say({ nb: 'Svarene til megleren', en: 'The answers to the megler' })}</h2>
  <p>${say({
    nb: 'Feltene står ved siden av meldingen slik den kom, og det som mangler eller er galt, er merket der det er. Verdier som kan tilhøre noen, er byttet ut med navn som konto#3: lik verdi, likt navn.',
    en: 'Fields stand beside the message as it came, and what is missing or wrong is marked where it is. Values that could be somebody’s are replaced by names such as konto#3: equal values have equal names.',
  })}</p>
  ${shown.map((one) => letterMarkup(one, marks, rooms.get(one.observation.id) ?? 0))}
</section>`
}

/** Whose mistakes are judged comes first. */
function roomsOf(shown: readonly Received[], marks: Marks): ReadonlyMap<string, number> {
  const rooms = new Map<string, number>()
  let left = mostOfAll
  const isRed = ({ observation: { id } }: Received) => marks.of.get(id)?.some(({ back }) => back !== null) === true
  for (const { observation, reply } of [...shown.filter(isRed), ...shown.filter((one) => !isRed(one))]) {
    const message = messageIn(reply)
    const room = Math.min(mostLines, left, around + (message === null ? 0 : count(message)))
    rooms.set(observation.id, room)
    left -= room
  }
  return rooms
}

/** What stands beside the message has about as many lines. */
const around = 15

const count = ({ attributes = {}, children = [] }: ShownElement): number =>
  2 + Object.keys(attributes).length + children.reduce((sum, child) => sum + count(child), 0)

/** As the rules take it: the first svar, else the first document that could be read. */
function messageIn({ files }: ReplySighting): ShownElement | null {
  const readable = files.flatMap(({ root }) => root ?? [])
  return readable.find(({ name }) => isRoot(name) && name.endsWith('svar')) ?? readable[0] ?? null
}

function letterMarkup({ observation, letter, reply }: Received, { of }: Marks, room: number): Markup {
  const { id, at, epoch } = observation
  const marks = of.get(id) ?? []
  const red = marks.some(({ back }) => back !== null)
  const { messageType = '–', status = '–' } = reply.propertyList
  return html`<details class="exchange${red ? ' print' : ''}" id="${id}"${red ? html` open` : ''}>
  <summary><h3>${id} · ${letter.fixture ?? '–'} · ${messageType} <span class="answer">${status}${marks.length === 0 ? '' : html` · ${say(wrong(marks.length))}`}</span></h3></summary>
  <p class="soft small">${at} · ${say({ nb: 'tilstand', en: 'state' })}: ${epoch} · ${say({ nb: 'sak funnet ved', en: 'case found by' })} ${reply.matchedBy ?? '–'}</p>
  ${room === 0 ? noRoom : letterTables({ around: reply, message: messageIn(reply), marks }, room)}
</details>`
}

const noRoom = html`<p>${say({
  nb: 'Det var ikke plass til flere svar her; dette står i evidence.ndjson.',
  en: 'There was no room for more answers here; this one stands in evidence.ndjson.',
})}</p>`

const wrong = (marks: number): Said => ({
  nb: marks === 1 ? '1 merknad' : `${marks} merknader`,
  en: marks === 1 ? '1 remark' : `${marks} remarks`,
})
