import { nearest } from '../../../../contracts/nearest.ts'
import type { Fault } from '../fault.ts'
import { accountFaults } from './accounts.ts'
import { codeFaults } from './codes.ts'
import { emptyListFaults } from './empty-lists.ts'
import { errorFaults } from './errors.ts'
import { htmlErrorFaults } from './html-errors.ts'
import { konkursFaults } from './konkurs.ts'
import { leakingErrorFaults } from './leaking-errors.ts'
import { methodFaults } from './methods.ts'
import { missingTokenFaults } from './missing-token.ts'
import { oneOperationFaults } from './one-operation.ts'
import { pageFaults } from './pages.ts'
import { parameterFaults } from './parameters.ts'
import { pathFaults } from './paths.ts'
import { responseDetailsFaults } from './response-details.ts'
import { sealingFaults } from './sealing.ts'
import { tokenClaimFaults } from './token-claims.ts'
import { tokenRefusalFaults } from './token-refusals.ts'
import { tokenSignatureFaults } from './token-signatures.ts'

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
