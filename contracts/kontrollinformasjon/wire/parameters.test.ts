import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedLegalMandate, legalMandate } from '../profile.ts'
import { parseAccountReference, parseLegalMandate, parsePartyId } from './parameters.ts'

describe('parsePartyId', () => {
  it('tells organisations and persons apart', () => {
    expect(parsePartyId('910336819')).toEqual({ ok: true, value: { kind: 'organisation', number: '910336819' } })
    expect(parsePartyId('20020101351')).toEqual({
      ok: true,
      value: { kind: 'person', identity: { number: '20020101351', kind: 'fnr', synthetic: false } },
    })
  })

  // KI-REQ-007: the first four are malformed; a wrong check digit is something else.
  it.each([
    ['12345678', 'shape'],
    ['123456789012', 'shape'],
    ['ABC', 'shape'],
    ['ABCDEFGHI', 'shape'],
    ['910336818', 'check-digit'],
    ['20020101352', 'check-digit'],
    ['99999999999', 'calendar'],
    [910336819, 'not-text'],
  ])('refuses %j: %s', (input, problem) => {
    expect(parsePartyId(input)).toMatchObject({ ok: false, error: { problem } })
  })
})

describe('parseLegalMandate', () => {
  it('reads the documented encoding, which is the one that the profile sends', () => {
    const documented = 'kkl.%20%C2%A7156%20(3)%20og%20(4)%2C%20jf.%20kkfor.%C2%A721'
    expect(encodedLegalMandate).toBe(documented)
    expect(parseLegalMandate(documented)).toEqual({ ok: true, value: 'kkl. §156 (3) og (4), jf. kkfor.§21' })
  })

  // Q29: encodeURI leaves the comma bare, .NET encodes the parentheses, hex digits come in both cases.
  it.each([
    'kkl.%20%C2%A7156%20(3)%20og%20(4),%20jf.%20kkfor.%C2%A721',
    'kkl.%20%C2%A7156%20%283%29%20og%20%284%29%2C%20jf.%20kkfor.%C2%A721',
    'kkl.%20%c2%a7156%20%283%29%20og%20%284%29%2c%20jf.%20kkfor.%c2%a721',
    '%6Bkl.%20%C2%A7156%20(3)%20og%20(4)%2C%20jf.%20kkfor.%C2%A721',
  ])('reads %s as the same text', (header) => {
    expect(parseLegalMandate(header)).toEqual({ ok: true, value: legalMandate })
  })

  // Q30: other texts are read as what they are, and are not the mandate.
  it.each([
    'kkl.%20%C2%A7%20156%20(3)%20og%20(4)%2C%20jf.%20kkfor.%C2%A721',
    'kkl.%20%C2%A7156%20(4)%2C%20jf.%20kkfor.%C2%A721',
    'KKL.%20%C2%A7156%20(3)%20og%20(4)%2C%20jf.%20kkfor.%C2%A721',
    'kkl.+%C2%A7156+(3)+og+(4)%2C+jf.+kkfor.%C2%A721',
    'kkl.%2520%25C2%25A7156',
  ])('reads %s as another text', (header) => {
    const read = parseLegalMandate(header)
    expect(read.ok && read.value !== legalMandate).toBe(true)
  })

  // KI-KON-008: what was never encoded; and what no UTF-8 can be.
  it.each([
    [legalMandate, 'encoding'],
    ['kkl. 156', 'encoding'],
    ['kkl.%20%A7156', 'encoding'],
    ['kkl.%C0%A7', 'encoding'],
    ['kkl.%', 'encoding'],
    ['kkl.%2', 'encoding'],
    ['kkl.%zz', 'encoding'],
    ['', 'shape'],
    [null, 'not-text'],
  ])('refuses %j: %s', (header, problem) => {
    expect(parseLegalMandate(header)).toMatchObject({ ok: false, error: { problem } })
  })

  it('undoes the encoding of every text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        expect(parseLegalMandate(encodeURIComponent(text))).toEqual({ ok: true, value: text })
      }),
    )
  })
})

it('a reference is any text but the empty one', () => {
  expect(parseAccountReference('dataNotDelivered')).toEqual({ ok: true, value: 'dataNotDelivered' })
  expect(parseAccountReference('')).toMatchObject({ error: { problem: 'shape' } })
  expect(parseAccountReference(null)).toMatchObject({ error: { problem: 'not-text' } })
})

it('no parser throws', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      for (const parse of [parsePartyId, parseLegalMandate, parseAccountReference])
        expect(typeof parse(input).ok).toBe('boolean')
    }),
  )
})
