import { listedIn } from '../accounts/listed.ts'
import { caseOf } from '../bosiden.ts'
import { insteadOfParty } from './instead-of-party.ts'

/** P1 is an organisation: its number is no secret, and may stand in a URL that somebody logs. */
const partyInUrl = insteadOfParty(import.meta, 'KI-REQ-012', (_list, { target }) => ({
  query: { PartyID: caseOf(target, 'P1').debtor.id },
}))

/** The header by which V1 looked an account up (catalogue 1.3). */
const accountOfV1 = insteadOfParty(import.meta, 'KI-REQ-026', (list) => {
  const number = listedIn(list)
    .map(({ account }) => account.accountIdentifier)
    .find((one): one is string => typeof one === 'string' && /^[\x21-\x7e]+$/.test(one))
  return number === undefined ? null : { headers: { AccountID: number } }
})

export default [partyInUrl, accountOfV1]
