import type { Exchange } from '../../contracts/report/evidence.ts'
import { blocked, hostile, long, organisation, pem, person, sealed, secret, token, unknownAccount, unknownPerson } from './words.ts'

/** One exchange of every kind: sealed or not, refused, unreadable, without an answer. */

const invented = (n: number) => ({
  CorrelationID: `0b0a0c0d-0000-8000-8000-00000000000${n}`,
  AccountInfoRequestID: '0c0ffee0-0000-8000-8000-000000000abc',
})

const request: Exchange['request'] = {
  method: 'GET',
  path: '/accounts',
  query: { OnlyPrimaryOwner: 'true', fromDate: '2025-11-22', toDate: '2026-11-21' },
  headers: {
    Accept: 'application/jose',
    'Legal-Mandate': 'kkl.%20%C2%A7156%20(3)%20og%20(4)%2C%20jf.%20kkfor.%C2%A721',
    PartyID: organisation,
  },
  token: {},
}

const exchange = (n: number, changes: Partial<Exchange>): Exchange => ({
  id: `x${n}`,
  epoch: 'calm',
  repeat: 0,
  invented: invented(n),
  request,
  outcome: { kind: 'silent', why: 'timeout', detail: 'no whole answer within 30000 ms' },
  startedAt: `2026-11-21T12:00:0${n}.000Z`,
  durationMs: 12.34567890123 + n,
  ...changes,
})

const account = {
  status: 'enabled',
  accountIdentifier: blocked,
  accountReference: `ref-${blocked}-X`,
  type: 'businessAccount',
  currency: 'NOK',
  primaryOwner: { name: 'Kari Prøve Nordmann', identifier: { value: person, type: 'nationalIdentityNumber', countryOfResidence: 'NO' } },
}
const list = {
  responseDetails: { status: 'partial', message: `Ring oss om ${person} eller Kari Prøve Nordmann. ${long}` },
  accounts: [account, { ...account, accountIdentifier: '1234.56.78903', accountReference: 'ref-2-of-the-bank', name: hostile, [unknownPerson]: token }],
  links: [{ rel: 'next', href: '/accounts?cursor=MTIzNDU2Nzg5MDM&PartyID=910000004' }],
}
const transactions = {
  responseDetails: { status: 'complete' },
  transactions: [
    {
      transactionIdentifier: 'TRX-1',
      amount: -17.5,
      currency: 'NOK',
      creditDebitIndicator: 'Credit',
      bookingDate: '21.11.2026',
      additionalInfo: long,
      references: [{ type: 'invoiceNumber', value: 'Faktura 17' }],
      counterParties: [{ name: 'Sjøbua AS', accountIdentifier: unknownAccount, postalAddress: { addressLines: ['Øvre gate 1'] } }],
      paymentCard: { cardIdentifier: '123456XXXXXX1234', expiryDate: '27-11' },
    },
  ],
}

export const exchanges: readonly Exchange[] = [
  exchange(1, {
    outcome: {
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/jose', 'x-request': `a-${person}`, 'set-cookie': 'session=abc', correlationid: invented(1).CorrelationID },
      body: { text: sealed, bytes: sealed.length },
      content: { form: 'jwe', compact: true, header: { alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256', kid: 'key-of-brreg-2026' }, opened: { text: JSON.stringify(list), value: list } },
    },
  }),
  exchange(2, {
    request: { ...request, path: `/accounts/ref-${blocked}-X/transactions`, token: { claims: { scope: null, pid: person }, signature: 'hmac-jwk', expires: -60 } },
    outcome: {
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { text: JSON.stringify(transactions), bytes: 900 },
      content: { form: 'json', value: transactions },
    },
  }),
  exchange(3, {
    request: { ...request, headers: { ...request.headers, 'Legal-Mandate': 'ERROR $(rm -rf /) `id` "quoted"!' } },
    outcome: {
      kind: 'answered',
      status: 400,
      headers: { 'content-type': 'application/json;charset=utf-8', 'content-length': '1234' },
      body: { text: '{}', bytes: 1234 },
      content: {
        form: 'json',
        value: { code: 'ACC-001', message: `${hostile} PartyID ${encodeURIComponent(organisation)} / ${Buffer.from(organisation).toString('base64')} konto ${unknownAccount} token ${token} ${pem} ${secret}` },
      },
    },
  }),
  exchange(4, {
    request: { ...request, token: null },
    outcome: {
      kind: 'answered',
      status: 502,
      headers: { 'content-type': 'text/html', location: `https://user:word@bank.test/login?next=${person}` },
      body: { text: `<html>Bad gateway for ${person}</html>`, bytes: 51 },
      content: { form: 'text' },
    },
  }),
  exchange(5, {}),
  exchange(6, {
    epoch: 'certpub-outage',
    outcome: { kind: 'answered', status: 204, headers: {}, body: { text: '', bytes: 0 }, content: { form: 'empty' } },
  }),
  exchange(7, {
    outcome: {
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/jose' },
      body: { text: sealed, bytes: sealed.length },
      content: { form: 'jwe', compact: false, header: { alg: 'RSA1_5' }, opened: { error: 'decryption operation failed' } },
    },
  }),
  exchange(8, {
    epoch: 'bostyrer/opening',
    startedAt: '2026-11-21T12:00:08.200Z',
    outcome: {
      kind: 'answered',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { text: JSON.stringify(list), bytes: 900 },
      content: { form: 'json', value: list },
    },
  }),
  exchange(9, {
    epoch: 'bostyrer/sletting',
    outcome: { kind: 'answered', status: 403, headers: {}, body: { text: '', bytes: 0 }, content: { form: 'empty' } },
  }),
]
