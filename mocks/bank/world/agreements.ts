import { consumerOrganisationNumber, legalMandate } from '../../../contracts/kontrollinformasjon/profile.ts'
import { secondAgency } from '../../keys.ts'

/** For which agency the bank has which service. */
export interface Agreement {
  readonly service: 'konkurs' | 'another agency'
  /** Nine digits, as the token's consumer names it. */
  readonly consumer: string
  readonly legalMandate: string
  /** Whether it holds only for those of whom a konkursvarsel tells. */
  readonly needsNotice: boolean
}

/** No public text has the mandate of fixture C2's agency, so this is ours. */
const inventedMandate = 'oppdiktet hjemmel § 1, kun for test'

export const konkurs: Agreement = {
  service: 'konkurs',
  consumer: consumerOrganisationNumber,
  legalMandate,
  needsNotice: true,
}

/** Fixture C2. It serves the same three operations, so that only the consumer makes the difference. */
export const forSecondAgency: Agreement = {
  service: 'another agency',
  consumer: secondAgency.organisationNumber,
  legalMandate: inventedMandate,
  needsNotice: false,
}

export const agreements: readonly Agreement[] = [konkurs, forSecondAgency]
