import type { SchemaName } from '../schemas.ts'
import type { AccountDetails, Accounts, ErrorBody, Transactions } from '../wire.ts'

/** For tests: one body of each schema with every property of catalogue section 2 in it, and a way to change one place. */

const identifier = { value: '910336819', type: 'countryIdentificationCode', countryOfResidence: 'NO' } as const
const responseDetails = { status: 'complete', message: 'OK' } as const
const links = [{ rel: 'next', href: '/accounts/7f3a/transactions?page=2' }]
const account = {
  status: 'disabled',
  servicer: { identifier, name: 'Prøvebanken' },
  accountIdentifier: '12345678903',
  accountReference: '7f3a',
  type: 'businessAccount',
  currency: 'NOK',
  primaryOwner: {
    permission: 'rightToUseAlone',
    identifier,
    name: 'Bø Bakeri AS',
    startDate: '2019-01-31',
    endDate: '2025-02-28',
  },
  name: 'drift',
} as const

const accounts: Accounts = { responseDetails, accounts: [account], links }

const accountDetails: AccountDetails = {
  responseDetails,
  account: {
    ...account,
    balances: [
      {
        creditLineIncluded: true,
        amount: 0,
        creditDebitIndicator: 'credit',
        registered: '2025-05-20T10:00:00+02',
        type: 'availableBalance',
        creditLineAmount: 1000.5,
        creditLineCurrency: 'NOK',
        currency: 'NOK',
      },
    ],
    startDate: '2019-01-31',
    endDate: '2025-02-28',
  },
}

const transactions: Transactions = {
  responseDetails,
  transactions: [
    {
      transactionIdentifier: 't1',
      references: [{ value: '1', type: 'otherReference' }],
      creditDebitIndicator: 'debit',
      reversalIndicator: false,
      status: 'booked',
      transactionCode: {
        domain: 'payments',
        family: 'issuedCreditTransfers',
        subFamily: 'domesticCreditTransfer',
        freeText: 'Overføring',
      },
      bookingDate: '2025-05-20T00:00:00',
      valueDate: '2025-05-20T00:00:00',
      counterParties: [
        {
          accountIdentifier: '12345678903',
          identifier,
          name: 'Å Regnskap AS',
          type: 'creditor',
          postalAddress: {
            postCode: '0001',
            type: 'business',
            streetName: 'Gata',
            buildingNumber: '1 B',
            townName: 'Oslo',
            country: 'NO',
            addressLines: ['Gata 1 B'],
          },
        },
      ],
      additionalInfo: 'Faktura',
      currencyExchange: {
        originalAmount: 10,
        sourceCurrency: 'EUR',
        targetCurrency: 'NOK',
        unitCurrency: 'EUR',
        exchangeRate: 11.5,
      },
      merchant: 'Butikken',
      paymentCard: {
        cardIdentifier: '123456XXXXXX1234',
        holderName: 'Kari Prøve',
        startDate: '2023-01',
        expiryDate: '2027-12',
        cardIssuerName: 'Prøvebanken',
        type: 'debitCard',
        cardStatus: 'active',
        versionNumber: '1',
        cardIssuerIdentifier: identifier,
      },
      registered: '2025-05-19T23:00:00Z',
      amount: 115,
      currency: 'NOK',
    },
  ],
  links,
}

const error: ErrorBody = { code: 'ACC-001', message: 'PartyID mangler' }

/** By schema. */
export const bodies: Readonly<Record<SchemaName, object>> = { accounts, accountDetails, transactions, error }

export type Tree = Record<string, unknown>

/** A copy of the body with another value at the pointer; without the property when the value is undefined. */
export function withValue(body: object, pointer: string, value: unknown): unknown {
  // Not structuredClone: it keeps what two places share, and both would change.
  const copy: Tree = JSON.parse(JSON.stringify(body))
  const steps = pointer.split('/').slice(1)
  const last = steps.pop() ?? ''
  const parent = steps.reduce<Tree>((node, step) => node[step] as Tree, copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}
