import { describe, expect, it } from 'vitest'
import { createGate } from './gate.ts'
import { redactUrl } from './url.ts'
import { redactValue } from './value.ts'

const gateOf = (harmless: readonly string[] = []) =>
  createGate({
    known: { identifiers: [{ value: '910000004', name: 'P1.id' }], secrets: ['correct horse battery'] },
    harmless,
  })

describe('prose', () => {
  it.each([
    ['P1 is {P1.id}', 'P1 is 910000004'],
    ['{P1.id, skrevet annerledes} in a path', '%39%31%30%30%30%30%30%30%34 in a path'],
    ['in base64 {P1.id, skrevet annerledes}', `in base64 ${Buffer.from('910000004').toString('base64')}`],
    ['spelled {P1.id, skrevet 3 3 3}', 'spelled 910 000 004'],
    ['never {secret}', 'never correct horse battery'],
    ['token {JWT} gone', 'token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwcyJ9.c2lnbmF0dXJl gone'],
    ['key {PEM} gone', 'key -----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- gone'],
    ['http://{secret}@bank.test/v2', 'http://user:word@bank.test/v2'],
    ['konto#1 (MOD11 ok, skrevet 4.2.5) er sperret', 'konto 1234.56.78903 er sperret'.replace('konto ', '')],
    ['mail e-post#1 now', 'mail ola.nordmann@bank.test now'],
    ['saldo beløp#1 (som tekst)', 'saldo 1 234,50'],
    ['tekst#1 (18 tegn) is not ours', 'konto#7 (MOD11 ok) is not ours'],
    ['AccountInfoRequestID and OnlyPrimaryOwner stay', 'AccountInfoRequestID and OnlyPrimaryOwner stay'],
    [
      'suites/kontrollinformasjon/requests/legal-mandate.check.ts:17',
      'suites/kontrollinformasjon/requests/legal-mandate.check.ts:17',
    ],
    ['a tekst#1 (24 tegn) b', 'a aGVsbG8gd29ybGQgaGVsbG8x b'],
  ])('%s', (told, text) => expect(gateOf().prose(text)).toBe(told))

  it('leaves the ids that the harness made', () => {
    const id = '3f2a1b00-1111-8222-9333-444455556666'
    expect(gateOf([id]).prose(`case ${id}`)).toBe(`case ${id}`)
    expect(gateOf().prose(`case ${id}`)).toBe('case referanse#1')
  })
})

describe('addresses', () => {
  it.each([
    [
      '/accounts/referanse#1/transactions?cursor=tekst#1 (6 tegn)&fromDate=2026-01-01',
      '/accounts/lonn/transactions?cursor=abcdef&fromDate=2026-01-01',
    ],
    ['https://bank.test:8443/v2/accounts', 'https://bank.test:8443/v2/accounts'],
    ['/lookup/v2/iso6523-actorid-upis::0192:974760673', '/lookup/v2/iso6523-actorid-upis::0192:974760673'],
    ['/lookup/v2/iso6523-actorid-upis::0192:{P1.id}', '/lookup/v2/iso6523-actorid-upis::0192:910000004'],
    ['/lookup/v2/iso6523-actorid-upis%3A%3A0192%3A974760673', '/lookup/v2/iso6523-actorid-upis%3A%3A0192%3A974760673'],
    ['/accounts/referanse#1/cards', '/accounts/10101010-0000-4000-8000-000000000001/cards'],
    ['/accounts/{P1.id}', '/accounts/910000004'],
  ])('%s', (told, url) => expect(redactUrl(gateOf(), url)).toBe(told))
})

describe('bodies', () => {
  it('masks by the name of the member and keeps equality, validity and type', () => {
    const gate = gateOf()
    const account = { accountIdentifier: '12345678903', amount: 100, name: 'Ola', status: 'disabled', currency: 'NOK' }
    expect(
      redactValue(gate, { accounts: [account, { ...account, accountIdentifier: '12345678904', amount: '100' }] }),
    ).toEqual({
      accounts: [
        {
          accountIdentifier: 'konto#1 (MOD11 ok)',
          amount: 'beløp#1',
          name: 'navn#1',
          status: 'disabled',
          currency: 'NOK',
        },
        {
          accountIdentifier: 'konto#2 (MOD11 feil)',
          amount: 'beløp#1 (som tekst)',
          name: 'navn#1',
          status: 'disabled',
          currency: 'NOK',
        },
      ],
    })
  })

  it('masks what it has not heard of, names of members too', () => {
    expect(
      redactValue(gateOf(), { 'kunde 12345678903': 'x', beholdning: 17, when: '2026-11-21', flag: true, none: null }),
    ).toEqual({
      'tekst#1 (17 tegn)': 'tekst#2 (1 tegn)',
      beholdning: 'tall#1 (2 siffer)',
      when: '2026-11-21',
      flag: true,
      none: null,
    })
  })

  it('keeps an amount and a post code apart', () => {
    expect(redactValue(gateOf(), { postCode: '2500', amount: 2500, antall: 2500 })).toEqual({
      postCode: 'adresse#1',
      amount: 'beløp#1',
      antall: 'tall#1 (4 siffer)',
    })
  })

  it('keeps the kind of an identifier whose check digits are wrong', () => {
    expect(redactValue(gateOf(), { identifier: { value: '01810112345', type: 'nationalIdentityNumber' } })).toEqual({
      identifier: { value: 'fnr#1 (ugyldig)', type: 'nationalIdentityNumber' },
    })
  })

  it('does not follow a body without end', () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 20_000; level++) deep = [deep]
    expect(JSON.stringify(redactValue(gateOf(), deep))).toContain('{nested too deep}')
  })

  it('treats __proto__ like any other name', () => {
    const told = redactValue(gateOf(), JSON.parse('{"__proto__":{"amount":1}}')) as object
    expect(JSON.stringify(told)).toBe('{"__proto__":{"amount":"beløp#1"}}')
  })
})
