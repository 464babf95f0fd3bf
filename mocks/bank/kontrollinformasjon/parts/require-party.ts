import type { RequestHandler } from 'express'
import { parsePartyId } from '../../../../contracts/kontrollinformasjon/wire.ts'
import { contextOf } from '../context.ts'
import { refusals } from '../refusal.ts'

export interface PartyPolicy {
  readonly hasForm: (id: string) => boolean
  /** How the id is kept. */
  readonly kept: (id: string) => string
}

export const partyPolicy: PartyPolicy = {
  // A wrong check digit, or a date that no calendar has, is nobody we know, but no wrong form (KI-REQ-007, KI-REQ-023).
  hasForm: (id) => {
    const party = parsePartyId(id)
    return party.ok || party.error.problem !== 'shape'
  },
  kept: (id) => id,
}

/** PartyID is read from the header and from nowhere else (catalogue 1.3, KI-REQ-012). */
export const requireParty =
  (changes: Partial<PartyPolicy> = {}): RequestHandler =>
  (request, response, next) => {
    const { hasForm, kept } = { ...partyPolicy, ...changes }
    const id = request.get('PartyID')
    if (id === undefined) throw refusals.badRequest('The header PartyID is missing')
    if (!hasForm(id))
      throw refusals.badRequest('The header PartyID must be an organisation number, a fødselsnummer or a D-number')
    contextOf(response).found.debtor = kept(id)
    next()
  }
