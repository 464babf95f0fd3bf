import { describe, expect, it } from 'vitest'
import { errorBody } from './errors.ts'
import { bankruptcyMandate } from './operations.ts'
import { providerSchema, relationsSchema, violations } from './schemas.ts'
import {
  isSynthetic,
  isUuid,
  kindOf,
  parseCustomerNumber,
  parseLegalMandate,
  parseOnlyPrimaryOwner,
  parseProvider,
  parseRelations,
} from './wire.ts'

/** Bodies as the documents print them. */
const list = { banks: [{ organizationID: '920426530', bankName: 'SPAREBANK 1 ØSTLANDET', activeAccount: false }] }
const old = { organizationId: '920426530', bankName: 'SPAREBANK 1 ØSTLANDET' }
const spelt = { organizationID: '920426530', bankName: 'SPAREBANK 1 ØSTLANDET' }
const owned = { banks: [{ ...list.banks[0], ownershipType: 'unknown' }] }
const error = {
  errorCode: 'KFR-005',
  errorMessage: 'Invalid customer identifier',
  timestamp: '2018-02-05T12:54:12Z',
}

describe('bodies of the register', () => {
  it.each([
    [relationsSchema('1.1.2'), list],
    [relationsSchema('2.0'), list],
    [relationsSchema('2.0', true), owned],
    [relationsSchema('1.1.2'), { banks: [] }],
    [providerSchema('1.1.2'), old],
    [providerSchema('2.0'), spelt],
    ['error', error],
    ['provider 401', { statusCode: 401, message: 'Unauthorized. Access token is missing or invalid' }],
  ] as const)('%s is in order', (schema, body) => expect(violations(schema, body)).toEqual([]))

  it.each([
    [relationsSchema('1.1.2'), { banks: [old] }, '/banks/0'],
    [relationsSchema('2.0'), { banks: [{ ...spelt, activeAccount: 'false' }] }, '/banks/0/activeAccount'],
    [relationsSchema('2.0', true), list, '/banks/0'],
    [relationsSchema('1.1.2'), {}, ''],
    [relationsSchema('1.1.2'), { banks: [{ ...list.banks[0], organizationID: 920426530 }] }, '/banks/0/organizationID'],
    [providerSchema('1.1.2'), spelt, ''],
    [providerSchema('2.0'), old, ''],
    ['error', { ...error, errorCode: 'KFR-006' }, '/errorCode'],
    ['error', { ...error, timestamp: '05.02.2018' }, '/timestamp'],
  ] as const)('%s refuses %j', (schema, body, at) =>
    expect(violations(schema, body).map((violation) => violation.at)).toContain(at),
  )

  it('are read with their spelling', () => {
    expect(parseRelations({ ...owned, more: 1 })).toEqual({ ok: true, value: owned.banks })
    expect(parseRelations({ banks: [old] }).ok).toBe(false)
    expect(parseRelations({}).ok).toBe(false)
    expect(parseProvider(old, '1.1.2')).toMatchObject({ ok: true, value: { bankName: 'SPAREBANK 1 ØSTLANDET' } })
    expect(parseProvider(old, '2.0').ok).toBe(false)
  })

  it('of errors are written as published', () =>
    expect(errorBody('KFR-005', Date.parse('2018-02-05T12:54:12.345Z'))).toEqual(error))
})

describe('values in headers', () => {
  it.each(['920426530', '08086001471', '30020012345'])('%s is a customer number', (text) =>
    expect(parseCustomerNumber(text).ok).toBe(true),
  )
  it.each(['8086001471', '600200123456', '92042653', ' 920426530', '92042653a', 920426530, undefined])(
    '%s is none',
    (text) => expect(parseCustomerNumber(text).ok).toBe(false),
  )

  it('tell a person from an organisation, and what is nobody’s', () => {
    const of = (text: string) => {
      const number = parseCustomerNumber(text)
      if (!number.ok) throw new Error('no customer number')
      return [kindOf(number.value), isSynthetic(number.value)]
    }
    expect(of('920426530')).toEqual(['organisation', false])
    expect(of('314703103')).toEqual(['organisation', true])
    expect(of('01865210090')).toEqual(['person', true])
    expect(of('30020012345')).toEqual(['person', false])
  })

  it.each([
    ['TRUE', true],
    ['true', true],
    ['False', false],
    ['1', null],
    ['', null],
    [['true'], null],
  ])('onlyPrimaryOwner %j is %s', (text, expected) => expect(parseOnlyPrimaryOwner(text)).toBe(expected))

  it('a mandate is read percent-decoded', () => {
    expect(parseLegalMandate(bankruptcyMandate.encoded)).toBe(bankruptcyMandate.text)
    expect(parseLegalMandate('%E2%82')).toBeNull()
    expect(parseLegalMandate(' ')).toBeNull()
    expect(parseLegalMandate('§')).toBeNull()
  })

  it('a uuid is one in any case', () => {
    expect(isUuid('11111111-2222-4333-8444-55555555AbCd')).toBe(true)
    expect(isUuid('11111111222243338444555555555555')).toBe(false)
  })
})
