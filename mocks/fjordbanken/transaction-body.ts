import type {
  BankTransactionCode,
  CounterParty,
  CurrencyExchange,
  PaymentCard,
  Transaction as Told,
} from '../../contracts/kontrollinformasjon/wire.ts'
import { kinds } from '../bank/world/kinds.ts'
import type { Account, Transaction, World } from '../bank/world/model.ts'
import { organisation } from './account-body.ts'
import { told } from './differences.ts'

/** How a transaction appears (catalogue 2.4). */

const none = told.missing.here

export function toldTransaction(transaction: Transaction, account: Account, world: World): Told {
  const { identifier, status, amount, kind, booked, registered, reference, card } = transaction
  return {
    transactionIdentifier: `FJ-${identifier.replaceAll('-', '').toUpperCase()}`,
    status,
    amount: Math.abs(amount) / 100,
    currency: account.currency,
    creditDebitIndicator: amount < 0 ? 'debit' : 'credit',
    // Only a correction says anything here; for all others there is nothing to tell (KI-TRX-015).
    reversalIndicator: kind === 'reversal' ? true : none,
    bookingDate: booked === null ? none : `${booked.slice(0, 19)}.000`,
    valueDate: booked === null ? none : booked.replace(/:00$/, ''),
    registered: new Date(registered).toISOString(),
    transactionCode: codeOf(transaction),
    references: [
      { type: 'archiveReference', value: reference },
      { type: kinds[kind].reference, value: reference },
    ],
    additionalInfo: kinds[kind].card ? none : `${kinds[kind].text} ført av Fjordbanken`,
    counterParties: counterPartiesOf(transaction),
    merchant: kinds[kind].card ? (transaction.counterParty?.name ?? none) : none,
    currencyExchange: exchangeOf(transaction, account),
    paymentCard: card === null ? none : cardOf(card, account, world),
  }
}

/** Fees and interest have a code of the bank's own, which is freeText's purpose (KI-TRX-018). */
function codeOf({ kind }: Transaction): BankTransactionCode {
  const { code, text } = kinds[kind]
  const isOwn = kind === 'fee' || kind === 'interest'
  return isOwn
    ? { domain: none, family: none, subFamily: none, freeText: `F7 ${text.toUpperCase()}` }
    : { ...code, freeText: none }
}

/** Money in comes from a debtor, money out goes to a creditor; behind a till stands the ultimate one (KI-TRX-025). */
function counterPartiesOf({ counterParty, amount, kind }: Transaction): readonly CounterParty[] {
  if (counterParty === null) return []
  const { name, account, organisationNumber, address } = counterParty
  const side = amount < 0 ? 'creditor' : 'debtor'
  return [
    {
      name,
      type: kinds[kind].card ? (side === 'creditor' ? 'ultimateCreditor' : 'ultimateDebtor') : side,
      accountIdentifier: account,
      identifier: organisationNumber === null ? none : organisation(organisationNumber),
      postalAddress: {
        type: 'mailTo',
        postCode: address.postCode,
        townName: address.town,
        streetName: address.street,
        buildingNumber: address.building,
        country: 'NO',
        addressLines: none,
      },
    },
  ]
}

function exchangeOf({ exchange }: Transaction, { currency }: Account): CurrencyExchange | null {
  if (exchange === null) return none
  const { amount, currency: foreign, rate } = exchange
  return {
    originalAmount: amount / 100,
    exchangeRate: rate,
    sourceCurrency: foreign,
    targetCurrency: currency,
    unitCurrency: foreign,
  }
}

function cardOf(
  card: NonNullable<Transaction['card']>,
  { owner }: Account,
  { bank, notices, books }: World,
): PaymentCard {
  const clear = told.cardMask.here
  return {
    cardIdentifier:
      card.masked.slice(0, clear) + card.masked.slice(clear, -4).replace(/./g, 'X') + card.masked.slice(-4),
    type: 'debitCard',
    cardStatus: notices.some(({ debtor }) => debtor === owner) || books.standing.has(owner) ? 'blocked' : 'active',
    holderName: card.holder,
    startDate: card.start,
    expiryDate: card.expiry,
    versionNumber: '2',
    cardIssuerName: bank.name,
    cardIssuerIdentifier: organisation(bank.organisationNumber),
  }
}
