import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change, invent, keyOf, type Request } from './request.ts'

const request: Request = {
  method: 'GET',
  path: '/accounts',
  query: { fromDate: '2026-01-01', toDate: '2026-11-21' },
  headers: { Accept: 'application/jose', 'Legal-Mandate': 'kkl.' },
  token: {},
  invents: { AccountInfoRequestID: { perCase: 'P1' }, CorrelationID: 'per-exchange' },
}

describe('a changed request', () => {
  it('loses what is null and keeps the rest', () => {
    const changed = change(request, { headers: { 'Legal-Mandate': null }, query: { toDate: null }, token: null })
    expect(changed.headers).toEqual({ Accept: 'application/jose' })
    expect(changed.query).toEqual({ fromDate: '2026-01-01' })
    expect(changed.token).toBeNull()
  })

  it('invents no header that the probe sets or takes away, whatever its case', () => {
    expect(change(request, { headers: { correlationid: 'abc' } }).invents).not.toHaveProperty('CorrelationID')
    expect(change(request, { headers: { AccountInfoRequestID: null } }).invents).toEqual({
      CorrelationID: 'per-exchange',
    })
  })
})

describe('the key of a question', () => {
  it('does not depend on the order of members, nor on the values that are invented', () => {
    const invents = { CorrelationID: 'per-exchange', AccountInfoRequestID: { perCase: 'another' } } as const
    const turned = { ...request, query: { toDate: '2026-11-21', fromDate: '2026-01-01' }, invents }
    expect(keyOf('calm', 0, turned)).toBe(keyOf('calm', 0, request))
  })

  it.each([
    ['epoch', keyOf('certpub-outage', 0, request)],
    ['repeat', keyOf('calm', 1, request)],
    ['method', keyOf('calm', 0, { ...request, method: 'POST' })],
    ['header', keyOf('calm', 0, change(request, { headers: { Accept: '*/*' } }))],
    ['a header that is no longer invented', keyOf('calm', 0, change(request, { headers: { CorrelationID: null } }))],
    ['token', keyOf('calm', 0, change(request, { token: { expires: -1 } }))],
  ])('differs by %s', (_name, key) => expect(key).not.toBe(keyOf('calm', 0, request)))
})

describe('invented ids', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

  it('are UUIDs that follow from the run and the question', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (runId, key) => {
        const ids = invent(runId, key, request)
        expect(ids).toEqual(invent(runId, key, request))
        expect(Object.values(ids).every((id) => uuid.test(id))).toBe(true)
      }),
    )
  })

  it('are new for every exchange, the same for every exchange of a case, and never shared by two runs', () => {
    const [one, other, elsewhere] = [
      invent('r1', 'k1', request),
      invent('r1', 'k2', request),
      invent('r2', 'k1', request),
    ]
    expect(one.CorrelationID).not.toBe(other.CorrelationID)
    expect(one.AccountInfoRequestID).toBe(other.AccountInfoRequestID)
    expect(one.CorrelationID).not.toBe(elsewhere.CorrelationID)
    expect(one.AccountInfoRequestID).not.toBe(elsewhere.AccountInfoRequestID)
  })
})
