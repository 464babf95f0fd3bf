import { describe, expect, it } from 'vitest'
import { redactHeader } from './exchange.ts'
import { createGate } from './gate.ts'
import { redactConfig } from './own-words.ts'
import { redactUrl } from './url.ts'
import { redactValue } from './value.ts'

const gateOf = () => {
  const gate = createGate({
    known: {
      identifiers: [
        { value: '910000004', name: 'P1.id' },
        { value: '01810112345', name: 'P2.id' },
      ],
      secrets: [],
    },
    harmless: [],
  })
  gate.harvest.add('navn', 'Isak Myhrer Aas')
  return gate
}
const told = (value: unknown, name: string) => redactValue(gateOf(), value, name)

describe('what looks like a word', () => {
  it.each([
    ['type', 'Isak_Myhrer_Aas'],
    ['currency', 'Aas'],
    ['currency', 'AAS'],
    ['status', 'aas'],
    ['status', 'kundeMyhrer'],
    ['party', 'Solli'],
    ['party', 'solli'],
    ['needs', 'Solli'],
    ['status', 'Thoresen-Karlsen'],
    ['status', 'a'.repeat(31)],
    ['code', 'aas-001'],
  ])('%s: %j is masked', (name, text) => expect(told(text, name)).toMatch(/#1/))

  it.each([
    ['type', 'businessAccount'],
    ['creditDebitIndicator', 'Credit'],
    ['status', 'DISABLED'],
    ['status', 'NOT_AVAILABLE'],
    ['status', 'frozen'],
    ['type', 'pensionAccount'],
    ['currency', 'NOK'],
    ['alg', 'RSA-OAEP-256'],
    ['code', 'ACC-001'],
    ['code', 'acc-001'],
    ['code', 'ACC001'],
    ['code', 'ACC_001'],
    ['code', 'KI-ACC-001'],
    ['code', 'ERR.VALIDATION.001'],
    ['code', '400'],
    ['currency', '578'],
    ['bookingDate', '21. november 2026'],
    ['bookingDate', '2026-325'],
    ['bookingDate', '2026-11-21T12:00:00.000+01:00[Europe/Oslo]'],
  ])('%s: %j is shown', (name, text) => expect(told(text, name)).toBe(text))

  it.each([
    ['code', 'ACC-001 ', 'ACC-001␣'],
    ['status', ' disabled', '␣disabled'],
    ['status', 'disabled\n', 'disabled⏎'],
    ['bookingDate', '2026-11-21T12:00:00+0100 ', '2026-11-21T12:00:00+0100␣'],
  ])('%s: %j has its blank shown', (name, text, shown) => expect(told(text, name)).toBe(shown))

  it('words of our own configuration are shown where it stands', () => {
    const config = {
      areas: ['kontrollinformasjon'],
      fixtures: ['P1', 'A4'],
      needs: ['certpub-outage'],
      timeoutMs: 30000,
    }
    expect(redactConfig(gateOf(), config)).toEqual(config)
  })
})

describe('names of members', () => {
  it.each(['primaryOwner', 'trace-parent', 'saldo_dato', 'kundeType', '_embedded'])('%s is shown', (name) =>
    expect(Object.keys(told({ [name]: true }, '') as object)).toEqual([name]),
  )

  it.each(['Isak', 'Ola Nordmann', 'isak', 'navnMyhrer', 'a'.repeat(41), 'kunde61320', 'x 1', 'Solli', '910000004'])(
    '%s is not',
    (name) => expect(Object.keys(told({ [name]: true }, '') as object)[0]).toMatch(/#1|^\{P1\.id\}$/),
  )
})

describe('numbers', () => {
  it.each([
    ['total', 123456.78],
    ['total', 17.5],
    ['index', 61320],
    ['permission', 12345],
    ['beholdning', 17],
  ])('%s: %d is masked', (name, value) => expect(told(value, name)).toMatch(/^tall#1/))

  it.each([
    ['total', 9999],
    ['code', 400],
  ])('%s: %d is shown', (name, value) => expect(told(value, name)).toBe(value))

  it('bare digits of a header are shown where a name says what they count', () => {
    expect(redactHeader(gateOf(), 'x-last4', '1320')).toBe('tall#1 (4 siffer, som tekst)')
    expect(redactHeader(gateOf(), 'x-mid', '132')).toBe('tall#1 (3 siffer, som tekst)')
    expect(redactHeader(gateOf(), 'server', '1320')).toBe('tall#1 (4 siffer, som tekst)')
    expect(redactHeader(gateOf(), 'Retry-After', '120')).toBe('120')
  })

  it.each([
    ['saldo 20227.98 kr', 'saldo beløp#1 (som tekst) kr'],
    ['saldo 20227.98', 'saldo beløp#1 (som tekst)'],
    ['NOK 500', 'NOK beløp#1 (som tekst)'],
    ['12,5 kr', 'beløp#1 (som tekst) kr'],
  ])('%s', (text, shown) => expect(gateOf().prose(text)).toBe(shown))
})

describe('a number is not a text', () => {
  it.each([
    ['id', '910000004', 910000004, '{P1.id}', '{P1.id, som tall}'],
    ['id', '01810112345', 1810112345, '{P2.id}', '{P2.id, som tall}'],
    ['x', 1234567, '1234567', 'tall#1 (7 siffer)', 'tall#1 (7 siffer, som tekst)'],
    ['x', 12345, '12345', 'tall#1 (5 siffer)', 'tall#1 (5 siffer, som tekst)'],
  ])('%s: %j and %j', (name, one, other, first, second) => {
    const gate = gateOf()
    expect(redactValue(gate, [one, other], name)).toEqual([first, second])
  })
})

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwcyJ9.c2lnbmF0dXJl'
const signature = `${'aB3_'.repeat(21)}xY`

describe('tokens', () => {
  it.each([
    ['/cb?id_token=JWT', '/cb?id_token={JWT}'],
    ['/cb?refresh_token=JWT', '/cb?refresh_token={JWT}'],
    ['/cb#JWT', '/cb#{JWT}'],
    ['/cb#access_token=JWT', '/cb#{JWT, med mer}'],
    ['/cb?sig=SIG', '/cb?sig={signatur}'],
  ])('%s', (url, shown) => expect(redactUrl(gateOf(), url.replace('JWT', jwt).replace('SIG', signature))).toBe(shown))

  it('have no pseudonym in a body', () => {
    expect(told({ x: jwt, name: jwt, key_: signature }, '')).toEqual({ x: '{JWT}', name: '{JWT}', key_: '{signatur}' })
    expect(gateOf().prose(`sig ${signature}.`)).toBe('sig {signatur}.')
  })
})

describe('somebody who writes as we do', () => {
  it.each(['{P1.id}', '{P2.id, skrevet 6 5}', '{secret}', '{JWT}', '{JWE}', '{PEM}', '{signatur}'])('%s', (text) => {
    expect(gateOf().prose(`x ${text} y`)).toMatch(/^x tekst#1 \(\d+ tegn\) y$/)
    expect(told(text, 'status')).toMatch(/^tekst#1/)
    expect(redactUrl(gateOf(), `/kunder/${text}`)).toMatch(/#1/)
  })

  it('other braces stay', () =>
    expect(gateOf().prose('/accounts/{accountReference}')).toBe('/accounts/{accountReference}'))
})
