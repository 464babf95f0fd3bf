import { type Agreement, agreements } from '../bank/world/agreements.ts'
import { isDay, yearBefore } from './days.ts'
import { asked } from './differences.ts'
import { isPartyId } from './party-id.ts'
import { parameter, type Question } from './question.ts'
import { badRequest, refuse } from './refusal.ts'
import type { Caller } from './token.ts'

/** What the konkurs profile demands of a question (catalogue 1.3, 6.1 and 6.2). Each throws a refusal. */

export interface Period {
  readonly from: string
  readonly to: string
}

/** Remembers which CorrelationIDs were used: the newest of them, so that it does not grow with the days. */
export interface Memory {
  isNew(id: string): boolean
}

const remembered = 20_000

export function createMemory(): Memory {
  const used = new Set<string>()
  return {
    isNew(id) {
      if (used.has(id)) return false
      used.add(id)
      const [oldest] = used
      if (used.size > remembered && oldest !== undefined) used.delete(oldest)
      return true
    },
  }
}

export function requireIds(question: Question, memory: Memory): void {
  for (const name of ['AccountInfoRequestID', 'CorrelationID']) {
    const value = question.header(name)
    if (value === undefined) throw badRequest(`Headeren ${name} mangler`)
    if (!asked.uuid.here.test(value)) throw badRequest(`Headeren ${name} er ikke en uuid`)
    if (name === 'CorrelationID' && !memory.isNew(value)) throw badRequest('CorrelationID er brukt før')
  }
}

/** Text by text once it is decoded (Q29, Q30); each mandate is of one agency alone (KI-AUT-015). */
export function requireMandate(question: Question, caller: Caller): Agreement {
  const header = question.header('Legal-Mandate')
  if (header === undefined) throw badRequest('Headeren Legal-Mandate mangler')
  const text = mandateIn(header)
  const agreement = agreements.find(({ legalMandate }) => legalMandate === text)
  if (agreement === undefined) throw badRequest('Legal-Mandate er ikke hjemmelen for konkursbehandling')
  if (caller.organisationNumber !== agreement.consumer)
    throw refuse('otherConsumer', 'Virksomheten kan ikke bruke denne hjemmelen')
  return agreement
}

function mandateIn(header: string): string | null {
  try {
    // What holds a blank or a letter beyond ASCII is not encoded (KI-KON-008).
    return /^[\x21-\x7e]+$/.test(header) ? decodeURIComponent(header) : null
  } catch {
    return null
  }
}

export function partyIn(question: Question): string {
  const id = question.header('PartyID')
  if (id === undefined) throw badRequest('Headeren PartyID mangler')
  if (!isPartyId(id)) throw badRequest('PartyID er verken organisasjonsnummer, fødselsnummer eller D-nummer')
  return id
}

export function requirePrimaryOwner({ query }: Question): void {
  const value = parameter(query, ...asked.primaryOwnerNames.here)
  if (value === undefined) throw badRequest('Parameteren OnlyPrimaryOwner mangler')
  if (value.toLowerCase() !== 'true') throw badRequest('OnlyPrimaryOwner skal være true ved konkurs')
}

/** A toDate to come is today, one that has passed is refused (Q26, KI-KON-021, KI-KON-022). */
export function periodIn({ query }: Question, today: string): Period {
  const [from, to] = ['fromDate', 'toDate'].map((name) => {
    const value = parameter(query, name)
    if (value === undefined) throw badRequest(`Parameteren ${name} mangler`)
    if (!isDay(value)) throw badRequest(`${name} er ikke en dato på formen åååå-mm-dd`)
    return value
  }) as [string, string]
  if (from > to) throw badRequest('fromDate er etter toDate')
  if (to < today) throw badRequest('toDate skal være dagens dato')
  if (from > today) throw badRequest('fromDate er i framtiden')
  return { from, to: today }
}

/** Twelve calendar months before the ruling, that day included (Q24). */
export function requireNotice(kjennelsesdato: string | null, { from }: Period): void {
  if (kjennelsesdato === null)
    throw refuse('withoutNotice', 'Banken har ikke mottatt noe konkursvarsel som gjelder parten')
  if (from < yearBefore(kjennelsesdato)) throw badRequest('fromDate er mer enn 12 måneder før kjennelsesdato')
}
