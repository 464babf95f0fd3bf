import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accountsOf, linkOf, transactionsOf } from './readers.ts'

it('reads the objects and leaves out the rest', () => {
  expect(accountsOf({ accounts: [{ name: 'a' }, null, 'b', [], { name: 'c' }] })).toEqual([
    { name: 'a' },
    { name: 'c' },
  ])
  expect(transactionsOf({ transactions: [{ amount: 1 }] })).toEqual([{ amount: 1 }])
})

it.each([undefined, null, [], '', 0, {}, { accounts: null, transactions: {} }])('finds nothing in %j', (body) => {
  expect(accountsOf(body)).toEqual([])
  expect(transactionsOf(body)).toEqual([])
  expect(linkOf(body, 'next')).toBeNull()
})

it('finds a link whatever the case of its rel', () => {
  const body = { links: [null, { rel: 'self', href: '/a' }, { rel: 'NEXT', href: null }, { rel: 'Next', href: '/b' }] }
  expect(linkOf(body, 'next')).toBe('/b')
  expect(linkOf(body, 'Self')).toBe('/a')
  expect(linkOf(body, 'last')).toBeNull()
})

it('never throws', () => {
  const bodies = fc.oneof(
    fc.anything(),
    fc.record({ accounts: fc.anything(), transactions: fc.anything(), links: fc.array(fc.anything()) }),
  )
  fc.assert(
    fc.property(bodies, fc.string(), (body, rel) => {
      expect(Array.isArray(accountsOf(body)) && Array.isArray(transactionsOf(body))).toBe(true)
      expect(['string', 'object']).toContain(typeof linkOf(body, rel))
    }),
  )
})
