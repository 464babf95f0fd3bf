import type { KonkursvarselProfile } from '../../../contracts/konkursvarsel/profile.ts'
import type { Wrong } from '../fault.ts'
import type { Parts as AccountParts } from '../kontrollinformasjon/parts.ts'
import type { Parts } from './parts.ts'

/** One thing that a bank gets wrong as Brreg's client, or in what it makes of notices in its account interface. */
export interface KonkursFault extends Wrong<Parts> {
  /** What the bank declares of itself with it. */
  readonly declares?: KonkursvarselProfile
  /** What it does to the account interface. */
  readonly inAccounts?: Partial<AccountParts>
}

export const defineFault = (fault: KonkursFault): KonkursFault => fault
