import type { Act } from '../../contracts/altinn-broker/acts.ts'
import { messages } from '../../contracts/dsve/messages.ts'
import type { ElementSighting, ReplySighting } from '../../contracts/dsve/sighting.ts'
import { acknowledged } from '../../contracts/dsve/statuses.ts'
import { keys } from '../../contracts/dsve/transfer/properties.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import type { Put } from './questions.ts'

/** Readers of what megler and broker saw. */

/** An answer that came, with the question where that is known. */
export interface Answered {
  readonly put: Put
  readonly sighting: Sighting
  readonly reply: ReplySighting
}

/** In the order in which they came, of one question. */
export const answersTo = ({ sent }: Pick<Put, 'sent'>, seen: readonly Sighting[]): readonly Sighting[] =>
  sent === null
    ? []
    : seen.filter(({ record: { letter } }) => letter?.number === sent.number && letter.reply !== undefined)

/** The newest answer to each that has one: it replaces those before it (B9). */
export const answeredOf = (put: readonly Put[], seen: readonly Sighting[]): readonly Answered[] =>
  put.flatMap((one) => {
    const sighting = answersTo(one, seen).at(-1)
    const reply = sighting?.record.letter?.reply
    return sighting === undefined || reply === undefined ? [] : [{ put: one, sighting, reply }]
  })

/** Answers to nothing that anybody asked. */
export const unmatched = (seen: readonly Sighting[]): readonly Sighting[] =>
  seen.filter(({ record }) => record.letter?.what === 'unmatched')

export const statusOf = ({ propertyList }: ReplySighting): string | undefined =>
  Object.entries(propertyList).find(([key]) => key.toLowerCase() === keys.status.toLowerCase())?.[1]

export const isAcknowledged = (reply: ReplySighting): boolean => statusOf(reply) === acknowledged

/** The message in an answer: the first of the four kinds. */
export const messageIn = ({ files }: ReplySighting): ElementSighting | undefined =>
  files.find(({ root }) => root !== undefined && Object.hasOwn(messages, root.name))?.root

const childIn = (element: ElementSighting | undefined, name: string) =>
  element?.children?.find((child) => child.name === name)

/** Of the message in an answer, by a path from inside its root. */
export function elementAt(reply: ReplySighting, path: string): ElementSighting | undefined {
  return path.split('/').reduce(childIn, messageIn(reply))
}

export const textAt = ({ record }: Sighting, path: string): string | undefined =>
  record.letter?.reply && elementAt(record.letter.reply, path)?.text

export interface Done {
  readonly sighting: Sighting
  readonly act: Act
}

const recorded = (seen: readonly Sighting[]): readonly Done[] =>
  seen.flatMap((sighting) => (sighting.record.act === undefined ? [] : [{ sighting, act: sighting.record.act }]))

const isEvent = ({ act: { operation } }: Done) => operation === 'event'

/** What the bank did at the broker, and whoever did it for the bank. */
export const actsIn = (seen: readonly Sighting[]): readonly Done[] => recorded(seen).filter((done) => !isEvent(done))

/** Each time that the bank heard of a transfer, while the broker was made to tell of everything twice: by event, or by a search. */
export const hearingsOf = (fileTransferId: string, seen: readonly Sighting[]): readonly Done[] =>
  recorded(seen).filter(
    (done) =>
      isServed(done) && (isEvent(done) ? done.act.fileTransferId === fileTransferId : shows(done, fileTransferId)),
  )

const shows = ({ act: { shown } }: Done, fileTransferId: string) => shown?.includes(fileTransferId) === true

export const isServed = ({ act: { status } }: Done): boolean => status >= 200 && status < 300

/** What was done about one transfer. */
export const actsOn = (fileTransferId: string, seen: readonly Sighting[]): readonly Done[] =>
  actsIn(seen).filter(({ act }) => act.fileTransferId === fileTransferId)
