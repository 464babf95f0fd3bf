import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SchemaName, violations } from './schemas.ts'
import { bodies, type Tree, withValue } from './testing/full-bodies.ts'

const names = Object.keys(bodies) as SchemaName[]
const responseDetails = { status: 'complete' }

/** Pointers of everything in the body but the body itself. */
const pointersOf = (node: unknown, at = ''): readonly string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([name, value]) => [`${at}/${name}`, ...pointersOf(value, `${at}/${name}`)])

const at = (schema: SchemaName, pointer: string, value: unknown) =>
  violations(schema, withValue(bodies[schema], pointer, value))

/** The "yes" rows of the tables, and what 9.1 (e) and KI-ERR-001 add. */
const isRequired = (schema: SchemaName, pointer: string) =>
  schema === 'error' ||
  /\/(responseDetails|responseDetails\/status|rel|href|accountReference|transactionIdentifier|cardIdentifier)$/.test(
    pointer,
  ) ||
  /([iI]dentifier|references\/0)\/(value|type)$/.test(pointer) ||
  (pointer.endsWith('/accountIdentifier') && !pointer.includes('counterParties')) ||
  (schema === 'accounts' && pointer === '/accounts') ||
  (schema === 'accountDetails' && pointer === '/account')

describe.each(names)('%s', (schema) => {
  it('finds nothing in a body that has everything', () => {
    expect(violations(schema, bodies[schema])).toEqual([])
  })

  it('lets through what it does not know', () => {
    expect(violations(schema, { ...bodies[schema], unheardOf: { of: [1] } })).toEqual([])
  })

  it('lets optional properties be null or absent, and required ones be neither', () => {
    for (const pointer of pointersOf(bodies[schema]).filter((each) => !/\/\d+$/.test(each))) {
      const [name, parent] = [pointer.split('/').at(-1), pointer.slice(0, pointer.lastIndexOf('/'))]
      const missing = isRequired(schema, pointer) ? [{ at: parent, rule: `required: ${name}` }] : []
      expect(at(schema, pointer, undefined), pointer).toEqual(missing)
      const nulls = at(schema, pointer, null)
      if (!isRequired(schema, pointer)) expect(nulls, pointer).toEqual([])
      else expect(nulls.every((found) => found.at === pointer) && nulls.length > 0, pointer).toBe(true)
    }
  })

  it('refuses every leaf and every array of another type', () => {
    for (const pointer of pointersOf(bodies[schema])) {
      const found = at(schema, pointer, { 0: 'x' })
      const isObject = found.every((each) => each.at !== pointer || !each.rule.startsWith('type'))
      const original = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((node, step) => (node as Tree)[step], bodies[schema])
      expect(isObject, pointer).toBe(typeof original === 'object' && !Array.isArray(original))
    }
  })

  it('never throws, and says nothing of what stood there', () => {
    const pointers = fc.constantFrom(...pointersOf(bodies[schema]))
    fc.assert(
      fc.property(fc.anything(), pointers, (value, pointer) => {
        expect(Array.isArray(violations(schema, value))).toBe(true)
        expect(Array.isArray(at(schema, pointer, JSON.parse(JSON.stringify(value ?? null) ?? 'null')))).toBe(true)
        expect(JSON.stringify(at(schema, pointer, '08086001471'))).not.toContain('08086001471')
      }),
    )
  })
})

describe('what is odd', () => {
  it('asks an account of complete details only', () => {
    expect(
      violations('accountDetails', { responseDetails: { status: 'partial', message: 'a' }, account: null }),
    ).toEqual([])
    expect(violations('accountDetails', { responseDetails: { status: 'partial', message: 'a' } })).toEqual([])
    expect(violations('accountDetails', { responseDetails })).toEqual([{ at: '', rule: 'required: account' }])
    expect(violations('accountDetails', { responseDetails, account: null })).toEqual([
      { at: '/account', rule: 'type: object' },
    ])
  })

  it.each([undefined, null, [], '', 0, true])('needs an object, not %j', (body) => {
    for (const schema of names) expect(violations(schema, body)).toEqual([{ at: '', rule: 'type: object' }])
  })

  it('stops at fifty, and says the same again', () => {
    const body = { responseDetails, transactions: Array.from({ length: 2500 }, () => ({ amount: '1' })) }
    const found = violations('transactions', body)
    expect(found).toHaveLength(50)
    expect(found[0]).toEqual({ at: '/transactions/0', rule: 'required: transactionIdentifier' })
    expect(violations('transactions', structuredClone(body))).toEqual(found)
  })

  it('does not depend on the order in which the body was written', () => {
    const one = { responseDetails: { status: 'x', message: '' }, accounts: null }
    const other = { accounts: null, responseDetails: { message: '', status: 'x' } }
    expect(violations('accounts', one)).toEqual(violations('accounts', other))
  })

  it('survives bodies without a bottom', () => {
    const endless: Tree = {}
    endless.account = endless
    endless.responseDetails = endless
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
    for (const schema of names)
      for (const body of [endless, deep, { accounts: deep, transactions: deep }])
        expect(violations(schema, body).length).toBeGreaterThan(0)
  })
})
