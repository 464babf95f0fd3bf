import type { IsoDate } from '../calendar.ts'

/**
 * Whom and what the questions are about. The participant's test environment holds them; the configuration names them;
 * everything that is printed calls them by these names (catalogue, section 8.1).
 */

export const debtorNames = ['P1', 'P2', 'P3', 'P4', 'P5', 'A4'] as const
export type DebtorName = (typeof debtorNames)[number]

export interface Debtor {
  /** Organisation number (9 digits), or fødselsnummer or D-number (11 digits). */
  readonly id: string
  /** `yyyy-MM-dd`, the court's ruling; null when there is none. */
  readonly kjennelsesdato: IsoDate | null
  /** Other numbers of the same owner: the fødselsnummer that replaced a D-number, or the person behind an ENK. */
  readonly alsoKnownAs?: readonly string[]
}

/** P1: a bankrupt organisation with two or more open accounts of its own. */
export interface DebtorWithBlockedAccounts extends Debtor {
  /** Account numbers that the bank has blocked because of the bankruptcy; loans are left out. */
  readonly blockedAccounts: readonly string[]
}

/** A4: the debtor who owns an account with more than 1000 booked transactions. */
export interface DebtorWithLargeAccount extends Debtor {
  readonly accountIdentifier: string
  /** How many booked transactions lie between the two dates, both included. */
  readonly booked: number
  /** `yyyy-MM-dd`, day of the oldest one. */
  readonly firstBooked: IsoDate
  /** `yyyy-MM-dd`, day of the newest one. */
  readonly lastBooked: IsoDate
}

/** A participant that lacks one leaves it out; what needs it is then `inconclusive: fixture-missing`. */
export interface Fixtures {
  readonly P1?: DebtorWithBlockedAccounts
  /** Bankrupt person with a fødselsnummer. */
  readonly P2?: Debtor
  /** Bankrupt person with a D-number. */
  readonly P3?: Debtor
  /** Customer of the bank, not bankrupt. */
  readonly P4?: Debtor
  /** Bankrupt, not a customer of the bank. */
  readonly P5?: Debtor
  readonly A4?: DebtorWithLargeAccount
}
