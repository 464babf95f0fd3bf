import { type IsoDate, today } from '../../../contracts/calendar.ts'
import { type RequestRoot, answerTo as replyTo } from '../../../contracts/dsve/messages.ts'
import type { BookedLaan } from '../world/dsve/books.ts'
import type { Arrived, Letter } from './letter.ts'
import { type Answer, type Asked, type Client, type Found, isNo } from './model.ts'
import { idOf } from './parts/find.ts'
import { requestIn } from './parts/is-ours.ts'
import type { Owners } from './parts/tell-laan.ts'
import type { Parts } from './parts.ts'

/** What the bank says to a request that it holds, before it is written. Nothing outside is asked. */
export function answerOf(
  client: Client,
  parts: Parts,
  { overview, payload = '' }: Letter,
): { readonly asked: Asked | null; readonly answer: Answer } {
  const { settings } = client
  const arrived = overview as Arrived
  const root = replyTo[requestIn(arrived.propertyList) ?? 'restgjeldsforespoersel']
  const asked = parts.openRequest(client, new Uint8Array(Buffer.from(payload, 'base64')))
  if (isNo(asked)) return { asked: null, answer: { root, ...asked } }
  const objection = parts.objection(settings, arrived, asked)
  const day = today(new Date(client.clock.now()))
  // Who contradicts himself is answered as to what he wrote.
  return {
    asked,
    answer: objection === null ? yes(client, parts, asked, day) : { root: replyTo[asked.root], ...objection },
  }
}

function yes(client: Client, parts: Parts, asked: Asked, day: IsoDate): Answer {
  const { settings, books } = client
  const root = replyTo[asked.root]
  const eiendommer = parts.findEiendommer(books, asked)
  if (isNo(eiendommer)) return { root, ...eiendommer }
  const found: Found = { eiendommer, laan: parts.findLaan(books, eiendommer) }
  const no = parts.situation(found)
  if (no !== null) return { root, ...no }
  const around = {
    avsender: parts.tellAvsender(settings, parts.caseReference(asked)),
    mottaker: parts.tellMottaker(client, asked),
    registerenheterMedDokumentreferanser: parts.tellEiendommer(found, asked),
  }
  const common = (laan: BookedLaan) => parts.tellCommon(laan, ownersOf(asked))
  if (!isInnfrielse(asked)) {
    const laanliste = found.laan.map((laan) => parts.tellSaldo(laan, common(laan)))
    const message = { ...around, laanliste, sperretForVidereOpplaan: parts.tellLock(found) }
    return { root: 'restgjeldssvar', message }
  }
  const dates = parts.chooseDates(settings, asked.message, found, day)
  if (isNo(dates)) return { root, ...dates }
  const laanliste = found.laan.map((laan) => parts.tellInnfrielse(laan, common(laan), dates, day))
  return { root: 'innfrielsessaldosvar', message: { ...around, laanliste } }
}

const isInnfrielse = (asked: Asked): asked is Asked<'innfrielsessaldoforespoersel'> =>
  asked.root === 'innfrielsessaldoforespoersel'

const ownersOf = ({ message }: Asked<RequestRoot>): Owners =>
  new Set(
    message.registerenheterMedHjemmelshavere.flatMap(({ hjemmelshavere }) => hjemmelshavere.map((each) => idOf(each))),
  )
