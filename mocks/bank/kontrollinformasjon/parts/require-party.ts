import type { Request, RequestHandler } from 'express'
import { parsePartyId } from '../../../../contracts/kontrollinformasjon/wire.ts'
import { type Context, contextOf } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

interface PartyPolicy {
  readonly hasForm: (id: string) => boolean
  /** How the id is kept. */
  readonly kept: (id: string) => string
  /** What to answer when the header is missing; a text instead is taken for the id. */
  readonly missing: (request: Request, context: Context) => Refusal | string
}

export const partyPolicy: PartyPolicy = {
  // A wrong check digit, or a date that no calendar has, is nobody we know, but no wrong form (KI-REQ-007, KI-REQ-023).
  hasForm: (id) => {
    const party = parsePartyId(id)
    return party.ok || party.error.problem !== 'shape'
  },
  kept: (id) => id,
  missing: () => refusals.badRequest('The header PartyID is missing'),
}

/** PartyID is read from the header and from nowhere else (catalogue 1.3, KI-REQ-012). */
export const requireParty = (changes: Partial<PartyPolicy> = {}): RequestHandler => {
  const { hasForm, kept, missing } = { ...partyPolicy, ...changes }
  return (request, response, next) => {
    const context = contextOf(response)
    const id = request.get('PartyID') ?? missing(request, context)
    if (typeof id !== 'string') throw id
    if (!hasForm(id))
      throw refusals.badRequest('The header PartyID must be an organisation number, a fødselsnummer or a D-number')
    context.found.debtor = kept(id)
    next()
  }
}
