import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../contracts/report/evidence.ts'
import { redactExchange } from './exchange.ts'
import { createGate } from './gate.ts'
import { redactValue } from './value.ts'

const gate = () => createGate({ known: { identifiers: [], secrets: [] }, harmless: [] })

const exchangeWith = (outcome: Exchange['outcome']): Exchange => ({
  id: 'x1',
  epoch: 'calm',
  repeat: 0,
  invented: {},
  request: { method: 'GET', path: '/accounts', query: {}, headers: {}, token: null },
  outcome,
  startedAt: '2026-11-21T12:00:00.000Z',
  durationMs: 1,
})

describe('a value of more members than anybody reads', () => {
  it('is told up to its end of room, and how much was left out', () => {
    const room = () => ({ left: 4 })
    expect(redactValue(gate(), [true, true, true, true, true], '', 0, room())).toEqual([true, true, true, '{2 more}'])
    expect(
      redactValue(gate(), { status: 'a', type: 'b', code: 'c', kind: 'd', why: 'e' }, '', 0, room()),
    ).toHaveProperty('{more}')
  })

  it('and of more levels keeps the report whole', () => {
    let deep: unknown = 1
    for (let level = 0; level < 5000; level++) deep = [deep]
    expect(JSON.stringify(redactValue(gate(), deep))).toContain('{nested too deep}')
  })
})

describe('what was not read, or not waited for', () => {
  it('is told with its size and reason, and without its text', () => {
    const body = { text: 'Ola Nordmann', bytes: 60_000_000, cut: true, utf8: false } as const
    const content = { form: 'text', unread: 'too-large' } as const
    const told = redactExchange(gate(), exchangeWith({ kind: 'answered', status: 200, headers: {}, body, content }))
    expect(told.outcome).toMatchObject({ body: { text: '{60000000 bytes}', cut: true, utf8: false }, content })
  })

  it('is told as hurried', () => {
    const silent = { kind: 'silent', why: 'timeout', detail: 'no whole answer within 1000 ms', hurried: true } as const
    expect(redactExchange(gate(), exchangeWith(silent)).outcome).toEqual(silent)
  })

  it('tells of members that stand twice where they stand, and no name of somebody', () => {
    const content = { form: 'json', value: {}, duplicateKeys: ['/accounts/0/status', '/Ola Nordmann'] } as const
    const body = { text: '{}', bytes: 2 }
    const { outcome } = redactExchange(
      gate(),
      exchangeWith({ kind: 'answered', status: 200, headers: {}, body, content }),
    )
    expect(outcome).toHaveProperty('content.duplicateKeys.0', '/accounts/0/status')
    expect(JSON.stringify(outcome)).not.toContain('Nordmann')
  })
})
