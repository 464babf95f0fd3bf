/** The account interface on the wire: bodies, readers of unproved bodies, parameters and links. */

export type * from './wire/bodies.ts'
export { type Href, resolveHref } from './wire/href.ts'
export {
  type AccountReference,
  type LegalMandate,
  type PartyId,
  parseAccountReference,
  parseLegalMandate,
  parsePartyId,
} from './wire/parameters.ts'
export { accountsOf, linkOf, tellsAccountData, transactionsOf } from './wire/readers.ts'
export type * from './wire/transactions.ts'
