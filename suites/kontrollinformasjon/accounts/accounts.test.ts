import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../../contracts/calendar.ts'
import type { Fixtures } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { json } from '../../kit/testing/exchange.ts'
import { type Answering, verdictOf } from '../../kit/testing/judged.ts'
import closed from './closed-accounts.check.ts'
import fields from './fields.check.ts'
import unique from './KI-ACC-007.check.ts'
import usable from './KI-ACC-008.check.ts'
import everyOwned from './KI-ACC-033.check.ts'
import dates from './owner-dates.check.ts'

/** What no fault of the reference bank shows: its lists have one page, and its references no words of their own. */

const day = '2026-11-20' as IsoDate
const ruling = '2026-10-30' as IsoDate
const owner = { id: '910336819', kjennelsesdato: ruling }
const known = { value: '910336819', type: 'countryIdentificationCode' }
const entry = (number: string, members: object = {}) => ({
  accountIdentifier: number,
  accountReference: `ref-${number}`,
  status: 'disabled',
  servicer: { identifier: known },
  primaryOwner: { identifier: known },
  ...members,
})

const target = (fixtures: object = {}, servicers = ['910336819']) => ({
  baseUrl: 'https://bank.example/v2',
  day,
  external: [],
  capabilities: {},
  servicers,
  fixtures: { P1: { ...owner, blockedAccounts: [] }, ...fixtures } as Fixtures,
})

type Entries = readonly object[]
const list = (accounts: Entries, more: object = {}) =>
  json({ responseDetails: { status: 'complete' }, accounts, ...more })

/** A list of one page, or of two. */
const bankWith =
  (first: Entries, second?: Entries, responseDetails: object = { status: 'complete' }): Answering =>
  ({ path }) => {
    if (path !== '/accounts') return { status: 200, content: list(second ?? [], { responseDetails }) }
    const links = second === undefined ? {} : { links: [{ rel: 'next', href: '/accounts?page=2' }] }
    return { status: 200, content: list(first, { responseDetails, ...links }) }
  }

const row = (checks: readonly { readonly verifies: string }[], id: string) => {
  const found = checks.find(({ verifies }) => verifies === id)
  if (found === undefined) throw new Error(`no check of ${id}`)
  return found as (typeof fields)[number]
}

describe('one reference for two accounts', () => {
  it('fails across the pages of a list', async () => {
    const two = [entry('1'), entry('2', { accountReference: 'ref-1' })]
    expect(await verdictOf(unique, bankWith(two.slice(0, 1), two.slice(1)), target())).toBe('fail')
  })

  it('is in order where it is a word for what is not delivered', async () => {
    const loans = ['1', '2'].map((number) => entry(number, { accountReference: 'dataNotDelivered' }))
    expect(await verdictOf(unique, bankWith([...loans, entry('3')]), target())).toBe('pass')
  })

  it('is another row’s where it is the same account twice', async () => {
    expect(await verdictOf(unique, bankWith([entry('1'), entry('1')]), target())).toBe('pass')
  })
})

describe('owned accounts', () => {
  const fixtures = { P1: { ...owner, blockedAccounts: [], accounts: ['1', '2'] } }
  const verdict = (answering: Answering) => verdictOf(everyOwned, answering, target(fixtures))

  it('may stand on another page', async () => expect(await verdict(bankWith([entry('1')], [entry('2')]))).toBe('pass'))
  it('may not be missing', async () => expect(await verdict(bankWith([entry('1')]))).toBe('fail'))

  it('may be missing for a reason that is told', async () => {
    const partial = (message: string | null) => bankWith([entry('1')], undefined, { status: 'partial', message })
    expect(await verdict(partial('Lån kan bestilles'))).toBe('pass')
    expect(await verdict(partial(' '))).toBe('fail')
    expect(await verdict(partial(null))).toBe('fail')
  })

  it('cannot be missed where an account has no number, or a page did not come', async () => {
    expect(await verdict(bankWith([entry('1'), entry('')]))).toBe('inconclusive')
    const lost: Answering = (request) =>
      request.path === '/accounts' ? bankWith([entry('1')], [])(request, { epoch: 'calm', repeat: 0 }) : { status: 500 }
    expect(await verdict(lost)).toBe('inconclusive')
  })

  it('say nothing where none are declared', async () => {
    expect(await verdictOf(everyOwned, bankWith([entry('1')]), target())).toBe('inconclusive')
  })
})

describe('a closed account', () => {
  const on = (closing: string) => ({ A1: { ...owner, accountIdentifier: '1', closed: closing } })

  it('shows nothing when it was not closed inside the period', async () => {
    const check = row(closed, 'KI-ACC-030')
    expect(await verdictOf(check, bankWith([]), target(on('2026-06-01')))).toBe('fail')
    expect(await verdictOf(check, bankWith([]), target(on('2020-06-01')))).toBe('inconclusive')
  })
})

describe('listed references', () => {
  const answering =
    (accounts: Entries, of: Readonly<Record<string, number>>): Answering =>
    ({ path }) => {
      if (path === '/accounts') return { status: 200, content: list(accounts) }
      const [, reference = ''] = /^\/accounts\/([^/]+)/.exec(path) ?? []
      return { status: of[reference] ?? 200, content: json({ responseDetails: { status: 'complete' } }) }
    }
  const verdict = (accounts: Entries, of: Readonly<Record<string, number>> = {}) =>
    verdictOf(usable, answering(accounts, of), target())

  it('are not asked where they are a word for what is not delivered', async () => {
    const loan = entry('1', { accountReference: 'dataNotDelivered' })
    expect(await verdict([loan, entry('2')], { dataNotDelivered: 404 })).toBe('pass')
  })

  it('may lead nowhere where the account is deleted', async () => {
    const deleted = entry('1', { status: 'deleted' })
    expect(await verdict([deleted, entry('2')], { 'ref-1': 404 })).toBe('warn')
    expect(await verdict([deleted, entry('2')], { 'ref-1': 500 })).toBe('fail')
    expect(await verdict([entry('1'), entry('2')], { 'ref-1': 404 })).toBe('fail')
  })

  it('are not the reason where none works', async () => {
    expect(await verdict([entry('1')], { 'ref-1': 404 })).toBe('inconclusive')
  })
})

describe('a member', () => {
  const verdict = (id: string, accounts: Entries, servicers?: string[]) =>
    verdictOf(row(fields, id), bankWith(accounts), target({}, servicers))

  it('that a bank never delivers did not occur', async () => {
    expect(await verdict('KI-ACC-017', [entry('1'), entry('2', { currency: null })])).toBe('not-applicable')
  })

  it.each([
    ['NOK', 'pass'],
    ['BGN', 'pass'],
    ['nok', 'fail'],
    ['NOR', 'fail'],
    ['', 'fail'],
  ])('currency %j: %s', async (currency, expected) => {
    expect(await verdict('KI-ACC-017', [entry('1', { currency })])).toBe(expected)
  })

  it('counts no code unit, but characters', async () => {
    const named = (length: number) => [entry('1', { servicer: { identifier: known, name: '𝔅'.repeat(length) } })]
    expect(await verdict('KI-ACC-022', named(140))).toBe('pass')
    expect(await verdict('KI-ACC-022', named(141))).toBe('fail')
  })

  it('servicer wants a check digit even of what was declared', async () => {
    const value = '910336818'
    const kept = [entry('1', { servicer: { identifier: { ...known, value } } })]
    expect(await verdict('KI-ACC-019', kept, [value])).toBe('fail')
  })

  it('of no account at all is nothing to go by', async () => {
    expect(await verdict('KI-ACC-010', [])).toBe('inconclusive')
  })
})

describe('dates of ownership', () => {
  const verdict = (id: string, primaryOwner: object) =>
    verdictOf(row(dates, id), bankWith([entry('1', { primaryOwner })]), target())
  const first = '2025-11-30'

  it.each([
    [{ startDate: day }, 'pass'],
    [{ startDate: '2026-11-21' }, 'fail'],
    [{ endDate: first }, 'pass'],
    [{ endDate: '2025-11-29' }, 'fail'],
    [{}, 'not-applicable'],
  ])('%j overlap the period: %s', async (owned, expected) => {
    expect(await verdict('KI-ACC-029', owned)).toBe(expected)
  })

  it.each([
    [{ startDate: day, endDate: day }, 'pass'],
    [{ startDate: day, endDate: null }, 'pass'],
    [{ startDate: day, endDate: first }, 'fail'],
    [{ startDate: '2026-02-30' }, 'fail'],
  ])('%j are in order: %s', async (owned, expected) => {
    expect(await verdict('KI-ACC-027', owned)).toBe(expected)
  })
})
