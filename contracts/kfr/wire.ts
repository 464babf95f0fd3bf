/** Kundeforholdsregisteret on the wire: what may stand in headers and bodies, and what is read of it. */

export {
  type OwnershipType,
  ownershipTypes,
  type Provider,
  parseProvider,
  parseRelations,
  providerBody,
  type Relation,
  relationsBody,
} from './wire/relations.ts'
export {
  type AccountId,
  type CustomerKind,
  type CustomerNumber,
  isSynthetic,
  isUuid,
  kindOf,
  parseAccountId,
  parseCustomerNumber,
  parseLegalMandate,
  parseOnlyPrimaryOwner,
} from './wire/values.ts'
