import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../../contracts/calendar.ts'
import type { Fixtures } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { json } from '../../kit/testing/exchange.ts'
import { type Answering, verdictOf } from '../../kit/testing/judged.ts'
import typed from './KI-ERR-002.check.ts'
import unknown from './KI-ERR-006.check.ts'
import notFound from './KI-ERR-008.check.ts'
import technical from './KI-ERR-012.check.ts'
import alike from './KI-ERR-015.check.ts'

/** What a lawful bank may do, and no fault of the reference bank shows. */

const kjennelsesdato = '2026-10-30' as IsoDate
const target = {
  baseUrl: 'https://bank.example/v2',
  day: '2026-11-20' as IsoDate,
  external: [],
  capabilities: {},
  fixtures: {
    P1: { id: '910336819', kjennelsesdato, blockedAccounts: [] },
    P5: { id: '910491482', kjennelsesdato },
  } as Fixtures,
}
const accounts = ['aab1-77', 'aab2-91'].map((accountReference) => ({ accountReference }))
const error = (status: number, code: string, contentType = 'application/json') => ({
  status,
  content: json({ code, message: 'feil' }),
  contentType,
})
const served = { status: 200, content: json({ responseDetails: { status: 'complete' }, accounts }) }
const isKnown = (path: string) => path === '/accounts' || accounts.some((one) => path.includes(one.accountReference))

/** Serves what is lawful, refuses the rest by these. */
const bank =
  (refusal: Answering, outage: Answering = () => ({ status: 503 })): Answering =>
  (request, asking) => {
    if (asking.epoch !== 'calm') return outage(request, asking)
    const { method, headers, token, path, query } = request
    const isLawful = method === 'GET' && token !== null && !('issued' in token) && 'Legal-Mandate' in headers
    const isServed = isLawful && isKnown(path) && !/cards|roles/.test(path) && query.OnlyPrimaryOwner !== 'false'
    const hasParty = path !== '/accounts' || 'PartyID' in headers
    return isServed && hasParty ? served : refusal(request, asking)
  }

describe('an unknown reference', () => {
  it.each([
    [404, 'ACC-002', 'pass'],
    [404, 'ACC-003', 'pass'],
    [400, 'ACC-001', 'pass'],
    [400, 'ACC-002', 'fail'],
    [404, 'ACC-001', 'fail'],
    [403, 'ACC-011', 'fail'],
  ])('%d %s: %s', async (status, code, expected) => {
    expect(
      await verdictOf(
        unknown,
        bank(() => error(status, code)),
        target,
      ),
    ).toBe(expected)
  })
})

describe('a party without accounts', () => {
  const verdict = (status: number) =>
    verdictOf(notFound, ({ headers }) => (headers.PartyID === target.fixtures.P5?.id ? { status } : served), target)

  it.each([
    [200, 'pass'],
    [403, 'pass'],
    [404, 'fail'],
    [401, 'inconclusive'],
    [500, 'inconclusive'],
  ])('%d: %s', async (status, expected) => expect(await verdict(status)).toBe(expected))
})

describe('a 500', () => {
  const refusal = () => error(400, 'ACC-001')

  it('need not come', async () => expect(await verdictOf(technical, bank(refusal), target)).toBe('not-applicable'))
  it('has its code when it comes in an outage, or at any time', async () => {
    expect(
      await verdictOf(
        technical,
        bank(refusal, () => error(500, 'ACC-500')),
        target,
      ),
    ).toBe('pass')
    expect(
      await verdictOf(
        technical,
        bank(refusal, () => error(500, 'ACC-001')),
        target,
      ),
    ).toBe('fail')
    expect(
      await verdictOf(
        technical,
        bank(() => error(500, 'ACC-001')),
        target,
      ),
    ).toBe('fail')
  })
})

describe('the media type of an error', () => {
  it.each([
    ['application/json; charset=UTF-8', 'pass'],
    ['Application/JSON', 'pass'],
    ['application/json-patch+json', 'fail'],
    ['text/json', 'fail'],
  ])('%s: %s', async (type, expected) => {
    expect(
      await verdictOf(
        typed,
        bank(() => error(400, 'ACC-001', type)),
        target,
      ),
    ).toBe(expected)
  })
})

describe('the same faulty request', () => {
  const verdict = (refusal: Answering) => verdictOf(alike, bank(refusal), target)

  it('may meet a rate limit', async () => {
    expect(await verdict((_, { repeat }) => (repeat === 1 ? error(429, 'ACC-022') : error(400, 'ACC-001')))).toBe(
      'pass',
    )
  })

  it('says nothing when only one was answered', async () => {
    const once: Answering = ({ via }, { repeat }) =>
      repeat > 0 || via !== undefined ? error(429, 'ACC-022') : error(400, 'ACC-001')
    expect(await verdict(once)).toBe('inconclusive')
  })

  it.each(['ACC-001', 'ACC-002'])('is answered as before, the third time as well (%s)', async (code) => {
    const third: Answering = (_, { repeat }) => error(400, repeat === 2 ? code : 'ACC-001')
    expect(await verdict(third)).toBe(code === 'ACC-001' ? 'pass' : 'fail')
  })
})
