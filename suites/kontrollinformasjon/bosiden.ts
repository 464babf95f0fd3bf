import { type IsoDate, minusMonths } from '../../contracts/calendar.ts'
import type { Debtor, DebtorName } from '../../contracts/kontrollinformasjon/fixtures.ts'
import { type OperationName, operations } from '../../contracts/kontrollinformasjon/operations.ts'
import { encodedLegalMandate } from '../../contracts/kontrollinformasjon/profile.ts'
import type { Request } from '../kit/ask/request.ts'
import type { Target } from '../kit/target.ts'

/** What Brreg's bosiden sends for the bostyrer of one estate: lawful calls, which a probe then changes in one place. */
export interface EstateCase {
  readonly debtor: Debtor
  readonly list: Request
  /** An operation on one account, by the reference from the list. */
  on(operation: Exclude<OperationName, 'accounts'>, accountReference: string): Request
}

/** Throws when the fixture is missing: a check names the fixtures that it needs. */
export function caseOf({ fixtures, day }: Target, name: DebtorName): EstateCase {
  const debtor = fixtures[name]
  if (debtor === undefined) throw new Error(`fixture ${name} is used without being named in "needs"`)
  const common: Request = {
    method: 'GET',
    path: operations.accounts.path,
    query: { fromDate: firstDay(debtor, day), toDate: day },
    headers: { Accept: 'application/jose', 'Legal-Mandate': encodedLegalMandate },
    token: {},
    invents: { AccountInfoRequestID: { perCase: name }, CorrelationID: 'per-exchange' },
  }
  return {
    debtor,
    list: {
      ...common,
      query: { OnlyPrimaryOwner: 'true', ...common.query },
      headers: { ...common.headers, PartyID: debtor.id },
    },
    on: (operation, reference) => ({
      ...common,
      path: operations[operation].path.replace('{accountReference}', encodeURIComponent(reference)),
    }),
  }
}

/**
 * Eleven months before the ruling: well inside the twelve that are allowed (catalogue 6.2), so that a dispute about the
 * boundary does not touch every question. Half a year for somebody who is not bankrupt.
 */
function firstDay(debtor: Debtor & { readonly firstBooked?: IsoDate }, day: IsoDate): IsoDate {
  const usual = debtor.kjennelsesdato === null ? minusMonths(day, 6) : minusMonths(debtor.kjennelsesdato, 11)
  return debtor.firstBooked !== undefined && debtor.firstBooked < usual ? debtor.firstBooked : usual
}
