import type { OneOf } from '../../../contracts/kontrollinformasjon/enumerations.ts'
import type { TransactionKind } from './model.ts'

/** What sorts of transactions there are, and how each appears. One row per kind; nothing else knows them. */

interface Kind {
  /** +1: money comes in; -1: money goes out. */
  readonly sign: 1 | -1
  /** The least and the largest amount, in hundredths. */
  readonly amount: readonly [number, number]
  readonly counterParty: boolean
  readonly card: boolean
  readonly code: {
    readonly domain: OneOf<'DomainType'>
    readonly family: OneOf<'FamilyType'>
    readonly subFamily: OneOf<'SubFamilyType'>
  }
  readonly reference: OneOf<'TransactionReferenceType'>
  readonly text: string
}

const purchase = {
  sign: -1,
  counterParty: true,
  card: true,
  code: { domain: 'payments', family: 'customerCardTransactions', subFamily: 'pointOfSalePosPayment' },
  reference: 'accountServicerReference',
} as const

export const kinds = {
  transferIn: {
    sign: 1,
    amount: [50_000, 4_500_000],
    counterParty: true,
    card: false,
    code: { domain: 'payments', family: 'receivedCreditTransfers', subFamily: 'domesticCreditTransfer' },
    reference: 'endToEndIdentification',
    text: 'Innbetaling',
  },
  transferOut: {
    sign: -1,
    amount: [10_000, 900_000],
    counterParty: true,
    card: false,
    code: { domain: 'payments', family: 'issuedCreditTransfers', subFamily: 'domesticCreditTransfer' },
    reference: 'remittanceReference',
    text: 'Overføring',
  },
  cardPurchase: { ...purchase, amount: [10, 250_000], text: 'Varekjøp' },
  cardPurchaseAbroad: { ...purchase, amount: [1_000, 150_000], text: 'Valutakjøp' },
  directDebit: {
    sign: -1,
    amount: [9_900, 600_000],
    counterParty: true,
    card: false,
    code: { domain: 'payments', family: 'issuedDirectDebits', subFamily: 'directDebitPayment' },
    reference: 'invoiceNumber',
    text: 'AvtaleGiro',
  },
  fee: {
    sign: -1,
    amount: [150, 25_000],
    counterParty: false,
    card: false,
    code: { domain: 'accountManagement', family: 'miscellaneousDebitOperations', subFamily: 'chargesGeneric' },
    reference: 'accountServicerReference',
    text: 'Gebyr',
  },
  interest: {
    sign: 1,
    amount: [10, 90_000],
    counterParty: false,
    card: false,
    code: { domain: 'accountManagement', family: 'miscellaneousCreditOperations', subFamily: 'interestsGeneric' },
    reference: 'accountServicerReference',
    text: 'Kreditrenter',
  },
  reversal: {
    sign: 1,
    amount: [500, 80_000],
    counterParty: true,
    card: false,
    code: { domain: 'payments', family: 'receivedCreditTransfers', subFamily: 'reversalDueToPaymentReturn' },
    reference: 'otherReference',
    text: 'Tilbakeføring av betaling, beløp på nytt',
  },
} as const satisfies Record<TransactionKind, Kind>
