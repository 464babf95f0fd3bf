import type { IsoDate } from '../../calendar.ts'
import type { Known, KnownEiendom } from '../fixtures/known.ts'
import { answerTo, type ReplyRoot, type RequestRoot } from '../messages.ts'
import type { SchemaVersion } from '../profile.ts'
import type { Transfer } from '../transfer/transfer.ts'
import type { MessageOf } from '../wire/messages.ts'
import { identityOf } from './registerenhet.ts'

/** What a reply is held against: the question, what is known of the case, and the day of the answer. */
export interface Case {
  readonly root: RequestRoot
  readonly request: MessageOf[RequestRoot]
  /** How the question went to the bank. */
  readonly sent: Pick<Transfer, 'sender' | 'sendersFileTransferReference'>
  readonly known: Known
  readonly day: IsoDate
  readonly version: SchemaVersion
}

export const expectedRoot = ({ root }: Case): ReplyRoot => answerTo[root]

/** What is known of the properties that the question names. */
export function eiendommerOf({ known, request }: Case): readonly KnownEiendom[] {
  const named = new Set(request.registerenheterMedHjemmelshavere.map(({ registerenhet }) => identityOf(registerenhet)))
  return known.eiendommer.filter(({ registerenhet }) => named.has(identityOf(registerenhet)))
}

/** Days asked for; none in a restgjeldsforespoersel. */
export const datesOf = ({ request }: Case): readonly string[] =>
  'innfrielsesdatoer' in request ? request.innfrielsesdatoer : []

/** To whom the answer goes (DSVE-061, A-23). */
export const returnsTo = ({ request: { avsender } }: Case): string => (avsender.returnertil ?? avsender).id

export const daysFrom = (day: string, date: string): number => (Date.parse(date) - Date.parse(day)) / 86_400_000
