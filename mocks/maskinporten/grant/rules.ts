import { detailsFieldsKnown, detailsTypeKnown, detailsValuesValid } from './authorization-details.ts'
import { certificateApproved, certificateOfOwner, certificateReadable } from './certificate.ts'
import { delegationExists } from './delegation.ts'
import type { Rule } from './grant.ts'
import { audienceIsIssuer, keyIdentified, keyInForce, onBehalfOfRegistered, signatureHolds } from './key.ts'
import { consumerIsAnother, scopesForMaskinporten, scopesGranted, scopesRegistered } from './scope.ts'
import { issuedNow, notExpired, notTooLong, notUsedBefore } from './time.ts'

/** The order in which a grant is tried, after it could be read and its client is known: rows 5 to 20 of table 1.4. */
export const rules: readonly Rule[] = [
  onBehalfOfRegistered,
  audienceIsIssuer,
  certificateReadable,
  certificateApproved,
  certificateOfOwner,
  keyIdentified,
  keyInForce,
  signatureHolds,
  notExpired,
  notTooLong,
  issuedNow,
  notUsedBefore,
  scopesRegistered,
  scopesForMaskinporten,
  consumerIsAnother,
  scopesGranted,
  delegationExists,
  detailsTypeKnown,
  detailsFieldsKnown,
  detailsValuesValid,
]
