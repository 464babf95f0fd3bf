import type { ReporterOperation } from '../../contracts/kfr/operations.ts'
import { scopes } from '../../contracts/kfr/operations.ts'
import type { KfrSighting } from '../../contracts/kfr/sighting.ts'
import type { KfrFixture } from '../../contracts/kfr-rapportering/customers.ts'
import { consumerOrganisationNumber } from '../../contracts/kontrollinformasjon/profile.ts'
import type { GrantSighting } from '../../contracts/maskinporten/grant-sighting.ts'
import type { Sighting } from '../kit/ask/witness.ts'

/** Readers of what the register and Maskinporten saw. */

export const kfrOf = ({ record }: Sighting): KfrSighting | undefined => record.kfr

/** Of grants, those for the register alone: a bank asks Maskinporten for other things as well. */
export function grantOf({ record }: Sighting): GrantSighting | undefined {
  const grant = record.maskinporten
  return grant?.scopes.some((scope) => Object.values<string>(scopes).includes(scope)) === true ? grant : undefined
}

export const isOperation =
  (...operations: readonly ReporterOperation[]) =>
  (sighting: Sighting): boolean =>
    operations.some((one) => one === kfrOf(sighting)?.operation)

export const isReport = isOperation('add', 'end')
export const isBatch = isOperation('batch')

/** A request, whatever it asked for. What Brønnøysundregistrene look up for a bostyrer is none of the participant's. */
export const isCall = (sighting: Sighting): boolean => {
  const { operation, token } = kfrOf(sighting) ?? {}
  if (token?.believed === true && token.organisation === consumerOrganisationNumber) return false
  return operation !== undefined && operation !== 'handshake' && operation !== 'ingested'
}

export const isAbout =
  (fixture: KfrFixture, ...operations: readonly ReporterOperation[]) =>
  (sighting: Sighting): boolean =>
    isOperation(...operations)(sighting) && kfrOf(sighting)?.customer?.fixture === fixture

/** Answered with success. */
export const isDone = ({ record: { status } }: Sighting): boolean => status >= 200 && status < 300

export const timeOf = ({ record }: Sighting): number => Date.parse(record.at)
