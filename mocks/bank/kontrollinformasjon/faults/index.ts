import { nearest } from '../../../../contracts/nearest.ts'
import type { Fault } from '../fault.ts'
import { absentOperationFaults } from './absent-operations.ts'
import { accountHandleFaults } from './account-handles.ts'
import { accountFaults } from './accounts.ts'
import { caseIdFaults } from './case-ids.ts'
import { codeFaults } from './codes.ts'
import { completenessFaults } from './completeness.ts'
import { contentTypeFaults } from './content-types.ts'
import { demandFaults } from './demands.ts'
import { elsewhereFaults } from './elsewhere.ts'
import { emptyListFaults } from './empty-lists.ts'
import { errorFormFaults } from './error-forms.ts'
import { errorFaults } from './errors.ts'
import { headerNameFaults } from './header-names.ts'
import { htmlErrorFaults } from './html-errors.ts'
import { inconsistentErrorFaults } from './inconsistent-errors.ts'
import { insteadOfPartyFaults } from './instead-of-party.ts'
import { konkursFaults } from './konkurs.ts'
import { lateOwnerFaults } from './late-owners.ts'
import { leakingErrorFaults } from './leaking-errors.ts'
import { listedAccountFaults } from './listed-accounts.ts'
import { listedPartyFaults } from './listed-parties.ts'
import { malformedAuthorizationFaults } from './malformed-authorization.ts'
import { methodFaults } from './methods.ts'
import { missingDateFaults } from './missing-dates.ts'
import { missingParameterFaults } from './missing-parameters.ts'
import { missingTokenFaults } from './missing-token.ts'
import { oneOperationFaults } from './one-operation.ts'
import { ownerDateFaults } from './owner-dates.ts'
import { pageFaults } from './pages.ts'
import { parameterFaults } from './parameters.ts'
import { pathFaults } from './paths.ts'
import { plainHttpFaults } from './plain-http.ts'
import { rateLimitFaults } from './rate-limits.ts'
import { recipientFaults } from './recipients.ts'
import { referenceFaults } from './references.ts'
import { representationFaults } from './representations.ts'
import { responseDetailsFaults } from './response-details.ts'
import { responseStatusFaults } from './response-statuses.ts'
import { sealedContentFaults } from './sealed-content.ts'
import { sealedErrorFaults } from './sealed-errors.ts'
import { sealingFaults } from './sealing.ts'
import { sessionFaults } from './sessions.ts'
import { successStatusFaults } from './success-statuses.ts'
import { tokenClaimFaults } from './token-claims.ts'
import { tokenIssuerFaults } from './token-issuers.ts'
import { tokenKeyFaults } from './token-keys.ts'
import { tokenRefusalFaults } from './token-refusals.ts'
import { tokenScopeFaults } from './token-scopes.ts'
import { tokenSignatureFaults } from './token-signatures.ts'
import { tokenSpellingFaults } from './token-spellings.ts'
import { tokenUseFaults } from './token-uses.ts'
import { unknownAccountFaults } from './unknown-accounts.ts'
import { withoutAccountsFaults } from './without-accounts.ts'

/** Everything that the reference bank can get wrong in the account interface. */
export const faults: readonly Fault[] = [
  ...pathFaults,
  ...methodFaults,
  ...parameterFaults,
  ...missingTokenFaults,
  ...tokenSignatureFaults,
  ...tokenClaimFaults,
  ...tokenRefusalFaults,
  ...sealingFaults,
  ...oneOperationFaults,
  ...errorFaults,
  ...codeFaults,
  ...htmlErrorFaults,
  ...leakingErrorFaults,
  ...responseDetailsFaults,
  ...accountFaults,
  ...emptyListFaults,
  ...konkursFaults,
  ...pageFaults,
  ...inconsistentErrorFaults,
  ...unknownAccountFaults,
  ...errorFormFaults,
  ...listedAccountFaults,
  ...ownerDateFaults,
  ...listedPartyFaults,
  ...accountHandleFaults,
  ...contentTypeFaults,
  ...malformedAuthorizationFaults,
  ...recipientFaults,
  ...representationFaults,
  ...sealedContentFaults,
  ...sealedErrorFaults,
  ...tokenIssuerFaults,
  ...tokenKeyFaults,
  ...tokenScopeFaults,
  ...tokenUseFaults,
  ...absentOperationFaults,
  ...caseIdFaults,
  ...completenessFaults,
  ...demandFaults,
  ...elsewhereFaults,
  ...headerNameFaults,
  ...insteadOfPartyFaults,
  ...missingDateFaults,
  ...missingParameterFaults,
  ...plainHttpFaults,
  ...referenceFaults,
  ...responseStatusFaults,
  ...sessionFaults,
  ...successStatusFaults,
  ...lateOwnerFaults,
  ...tokenSpellingFaults,
  ...withoutAccountsFaults,
  ...rateLimitFaults,
]

const byId = new Map(faults.map((fault) => [fault.id, fault]))

/** Throws when there is no such fault, and names the nearest. */
export function faultById(id: string): Fault {
  const found = byId.get(id)
  if (found !== undefined) return found
  const near = nearest(id, byId.keys())
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : `known are ${[...byId.keys()].join(', ')}`
  throw new Error(`The reference bank has no fault "${id}"; ${hint}`)
}
