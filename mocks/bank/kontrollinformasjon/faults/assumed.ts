import {
  consumerOrganisationNumber,
  participantIdentifier,
  participantScheme,
  scope,
} from '../../../../contracts/kontrollinformasjon/profile.ts'
import type { Claims } from '../token/claims.ts'

/** What somebody takes for granted of a caller who brings no token. */
export const assumed: Claims = {
  scope,
  consumer: { authority: participantScheme, ID: participantIdentifier(consumerOrganisationNumber) },
}
