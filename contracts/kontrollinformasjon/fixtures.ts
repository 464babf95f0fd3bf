import type { IsoDate } from '../calendar.ts'

/**
 * Whom and what the questions are about. The participant's test environment holds them; the configuration names them;
 * everything that is printed calls them by these names (catalogue, section 8.1).
 */

export const partyFixtures = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12', 'P13'] as const
export const accountFixtures = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9',
  'A10',
  'A11',
  'A12',
  'A13',
] as const

export type PartyFixture = (typeof partyFixtures)[number]
export type AccountFixture = (typeof accountFixtures)[number]

/** Each is somebody who can be asked about: a party, or the one who owns an account that has something special. */
export const debtorNames = [...partyFixtures, ...accountFixtures] as const
export type DebtorName = (typeof debtorNames)[number]
export type FixtureName = DebtorName | 'C2'

export interface Debtor {
  /** Organisation number (9 digits), or fødselsnummer or D-number (11 digits). */
  readonly id: string
  /** `yyyy-MM-dd`, the court's ruling; null when there is none. */
  readonly kjennelsesdato: IsoDate | null
  /** Other numbers of the same owner: the fødselsnummer that replaced a D-number, or the person behind an ENK. */
  readonly alsoKnownAs?: readonly string[]
  /** Every account number that the party owned at some time in the period, so that a missing one is noticed. */
  readonly accounts?: readonly string[]
}

/** P1: a bankrupt organisation with two or more open accounts of its own. */
interface DebtorWithBlockedAccounts extends Debtor {
  /** Account numbers that the bank has blocked because of the bankruptcy; loans are left out. */
  readonly blockedAccounts: readonly string[]
}

/** An account that has something special, and its owner. */
export interface DebtorWithAccount extends Debtor {
  readonly accountIdentifier: string
}

/** A1, A2, A3: closed inside the period, before it, and on its first day. */
export interface DebtorWithClosedAccount extends DebtorWithAccount {
  readonly closed: IsoDate
}

/** A4: more than 1000 booked transactions. */
export interface DebtorWithLargeAccount extends DebtorWithAccount {
  /** How many booked transactions lie between the two dates, both included. */
  readonly booked: number
  /** `yyyy-MM-dd`, day of the oldest one. */
  readonly firstBooked: IsoDate
  /** `yyyy-MM-dd`, day of the newest one. */
  readonly lastBooked: IsoDate
}

/** A10: transferred inside the period; the party's own ownership ended on this day. */
interface DebtorWithTransferredAccount extends DebtorWithAccount {
  readonly transferred: IsoDate
}

/** A11: closed, and opened again later, inside or before the period. */
interface DebtorWithReopenedAccount extends DebtorWithAccount {
  readonly closed: IsoDate
  readonly reopened: IsoDate
}

/** A13: what is older than this day can be had by hand only. */
export interface DebtorWithManualData extends DebtorWithAccount {
  readonly manualBefore: IsoDate
}

/** C2: another agency that the bank serves, with a mandate of its own and somebody whom it may ask about. */
export interface OtherConsumer {
  readonly organisationNumber: string
  /** As text; it is percent-encoded on its way. */
  readonly legalMandate: string
  /** Whom it asks about. */
  readonly id: string
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
  /** Bankrupt; only disposes of or co-owns accounts of others. */
  readonly P6?: Debtor
  /** Bankrupt, guarantor only. */
  readonly P7?: Debtor
  /** Bankrupt, co-borrower on the loan of somebody else. */
  readonly P8?: Debtor
  /** Bankrupt and shielded (strengtFortrolig or fortrolig). */
  readonly P9?: Debtor
  /** Opened, then `sletting`; the date of the opening. */
  readonly P10?: Debtor
  /** Opened, then `oppheving`. */
  readonly P11?: Debtor
  /** Opened, then `avslutning`. */
  readonly P12?: Debtor
  /** The ruling is more than twelve months old. */
  readonly P13?: Debtor
  readonly A1?: DebtorWithClosedAccount
  readonly A2?: DebtorWithClosedAccount
  /** Closed on the first day of the period that bosiden asks for: eleven months before the ruling. */
  readonly A3?: DebtorWithClosedAccount
  readonly A4?: DebtorWithLargeAccount
  /** No transactions in the period. */
  readonly A5?: DebtorWithAccount
  /** Overdrawn. */
  readonly A6?: DebtorWithAccount
  /** With a credit line and a blocked amount. */
  readonly A7?: DebtorWithAccount
  /** In a foreign currency. */
  readonly A8?: DebtorWithAccount
  /** Card purchases, currency purchases, a reversal, a reservation, transactions on the first and the last day. */
  readonly A9?: DebtorWithAccount
  readonly A10?: DebtorWithTransferredAccount
  readonly A11?: DebtorWithReopenedAccount
  /** A product without balance. */
  readonly A12?: DebtorWithAccount
  readonly A13?: DebtorWithManualData
  readonly C2?: OtherConsumer
}
