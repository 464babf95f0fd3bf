import type {
  CounterParty,
  CurrencyExchange,
  PaymentCard,
  Transaction as TransactionOnWire,
} from '../../../../contracts/kontrollinformasjon/wire.ts'
import { kinds } from '../../world/kinds.ts'
import type { Account, Transaction, World } from '../../world/model.ts'
import { isBlocked } from '../../world/queries.ts'
import { organisation } from './account.ts'

/** How a transaction appears (catalogue 2.4 and section 3). */
export function transactionOnWire(transaction: Transaction, account: Account, world: World): TransactionOnWire {
  const { identifier, status, amount, kind, booked, registered, reference } = transaction
  const row = kinds[kind]
  return {
    transactionIdentifier: identifier,
    references: [{ type: row.reference, value: reference }],
    creditDebitIndicator: amount < 0 ? 'debit' : 'credit',
    reversalIndicator: kind === 'reversal',
    status,
    transactionCode: row.code,
    ...(booked !== null && { bookingDate: booked, valueDate: booked }),
    registered,
    amount: Math.abs(amount) / 100,
    currency: account.currency,
    additionalInfo: row.text,
    ...counterPartyOf(transaction),
    ...exchangeOf(transaction, account),
    ...cardOf(transaction, account, world),
  }
}

/** Who receives is the creditor, who pays is the debtor (catalogue section 3). */
function counterPartyOf({ counterParty, amount, card }: Transaction): {
  counterParties?: CounterParty[]
  merchant?: string
} {
  if (counterParty === null) return {}
  const { name, account, organisationNumber, address } = counterParty
  const shown: CounterParty = {
    type: amount < 0 ? 'creditor' : 'debtor',
    name,
    ...(account !== null && { accountIdentifier: account }),
    ...(organisationNumber !== null && { identifier: organisation(organisationNumber) }),
    postalAddress: {
      type: organisationNumber === null ? 'residential' : 'business',
      streetName: address.street,
      buildingNumber: address.building,
      postCode: address.postCode,
      townName: address.town,
      country: 'NO',
    },
  }
  return { counterParties: [shown], ...(card !== null && { merchant: name }) }
}

function exchangeOf({ exchange }: Transaction, { currency }: Account): { currencyExchange?: CurrencyExchange } {
  if (exchange === null) return {}
  return {
    currencyExchange: {
      originalAmount: exchange.amount / 100,
      sourceCurrency: exchange.currency,
      targetCurrency: currency,
      unitCurrency: exchange.currency,
      exchangeRate: exchange.rate,
    },
  }
}

function cardOf({ card }: Transaction, account: Account, world: World): { paymentCard?: PaymentCard } {
  if (card === null) return {}
  return {
    paymentCard: {
      cardIdentifier: card.masked,
      holderName: card.holder,
      startDate: card.start,
      expiryDate: card.expiry,
      cardIssuerName: world.bank.name,
      cardIssuerIdentifier: organisation(world.bank.organisationNumber),
      type: 'debitCard',
      cardStatus: isBlocked(world, account) ? 'blocked' : 'active',
      versionNumber: '1',
    },
  }
}
