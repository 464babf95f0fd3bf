import type { Debtor, DebtorName } from '../../contracts/kontrollinformasjon/fixtures.ts'
import { type OperationName, operations } from '../../contracts/kontrollinformasjon/operations.ts'
import { firstDayAsked } from '../../contracts/kontrollinformasjon/period.ts'
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
export function caseOf(target: Target, name: DebtorName): EstateCase {
  const debtor = target.fixtures[name]
  if (debtor === undefined) throw new Error(`fixture ${name} is used without being named in "needs"`)
  return estateOf(target, name, debtor)
}

/** The same about anybody whose ruling is known; `name` stands for the case in what is invented. */
export function estateOf({ day, capabilities }: Target, name: string, debtor: Debtor): EstateCase {
  const common: Request = {
    method: 'GET',
    path: operations.accounts.path,
    query: { fromDate: firstDayAsked(debtor, day), toDate: day },
    // Who declares that its test instance cannot seal is asked for what it can (reading: plain-or-sealed-in-test).
    headers: {
      Accept: capabilities.sealing === false ? 'application/json' : 'application/jose',
      'Legal-Mandate': encodedLegalMandate,
    },
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
