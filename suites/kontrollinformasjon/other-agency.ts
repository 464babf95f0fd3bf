import { minusMonths } from '../../contracts/calendar.ts'
import type { OtherConsumer } from '../../contracts/kontrollinformasjon/fixtures.ts'
import { type OperationName, operations } from '../../contracts/kontrollinformasjon/operations.ts'
import { participantIdentifier, participantScheme } from '../../contracts/kontrollinformasjon/profile.ts'
import type { Request } from '../kit/ask/request.ts'
import type { Target } from '../kit/target.ts'

/** Lawful calls of fixture C2, another agency that the bank serves, with a mandate of its own. */
export function callsOf({ organisationNumber, legalMandate, id }: OtherConsumer, { day }: Target) {
  const consumer = { authority: participantScheme, ID: participantIdentifier(organisationNumber) }
  const common: Request = {
    method: 'GET',
    path: operations.accounts.path,
    query: { fromDate: minusMonths(day, 6), toDate: day },
    headers: { Accept: 'application/jose', 'Legal-Mandate': encodeURIComponent(legalMandate) },
    token: { claims: { consumer } },
    invents: { AccountInfoRequestID: { perCase: 'C2' }, CorrelationID: 'per-exchange' },
  }
  return {
    list: {
      ...common,
      query: { OnlyPrimaryOwner: 'true', ...common.query },
      headers: { ...common.headers, PartyID: id },
    },
    on: (operation: Exclude<OperationName, 'accounts'>, reference: string): Request => ({
      ...common,
      path: operations[operation].path.replace('{accountReference}', encodeURIComponent(reference)),
    }),
  }
}
