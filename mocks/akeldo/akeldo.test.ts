import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRole, receives, sends } from '../../contracts/akeldo/actor.ts'
import { akeldoViolations } from '../../contracts/akeldo/schemas.ts'
import { type Caller, createCaller } from '../http/calling.ts'
import { createTraffic, type SeenExchange } from '../http/traffic.ts'
import { createAuthority, type TlsIdentity } from '../pki/authority.ts'
import { createActors } from './actors.ts'
import { type Akeldo, type AkeldoOptions, startAkeldo } from './akeldo.ts'

const bank = {
  organisationNumber: '314703103',
  name: 'Banken',
  roles: ['Bank'],
  receives: ['Restgjeldsforespoersel'],
  sends: ['Restgjeldssvar'],
} as const

let identity: TlsIdentity
let caller: Caller
let akeldo: Akeldo
const told: SeenExchange[] = []
const open: Akeldo[] = []
const start = async (options: Partial<AkeldoOptions> = {}) => {
  const started = await startAkeldo({ identity, actors: [bank], now: () => Date.UTC(2026, 10, 20, 12), ...options })
  open.push(started)
  return started
}
beforeAll(async () => {
  const authority = await createAuthority()
  identity = await authority.server(['127.0.0.1'])
  caller = createCaller(authority.rootPem)
  akeldo = await start({ traffic: createTraffic(100, (exchange) => told.push(exchange)) })
})
afterAll(() => Promise.all(open.map((one) => one.close())))

const get = async (path = '', at = akeldo) => {
  const { status, text } = await caller.get(`${at.actorsUrl}${path}`)
  return { status, body: JSON.parse(text) }
}

describe('AKELDO', () => {
  it('lists who can send and receive what', async () => {
    const { status, body } = await get()
    expect([status, akeldoViolations('aktoerer', body)]).toEqual([200, []])
    expect(body).toMatchObject([{ organisasjonsnummer: '314703103', sistEndret: '20.11.2026 13:00:00' }])
    expect([receives(body[0], 'restgjeldsforespoersel'), sends(body[0], 'Restgjeldssvar')]).toEqual([true, true])
    expect([hasRole(body[0], 'Bank'), hasRole(body[0], 'Megler'), sends(body[0], 'X')]).toEqual([true, false, false])
  })

  it('knows one, or does not', async () => {
    const { body } = await get('/314703103')
    expect(akeldoViolations('aktoer', body)).toEqual([])
    expect(told.at(-1)?.said).toBe('314703103 is registered as Bank')
    expect((await get('/974760673')).status).toBe(404)
    expect(told.at(-1)?.said).toBe('974760673 is not registered')
    expect((await get('/x')).status).toBe(404)
  })

  it('is read only', async () => {
    const { status, headers } = await caller.send('DELETE', akeldo.actorsUrl)
    expect([status, headers.allow]).toEqual([405, 'GET'])
  })

  it('takes entries while it runs, and fails on demand', async () => {
    const own = await start({ actors: [] })
    own.register({ ...bank, registeredBy: '' })
    expect((await get('', own)).body).toMatchObject([{ innsender: '' }])
    own.remove(bank.organisationNumber)
    expect((await get('', own)).body).toEqual([])
    own.outage(true)
    expect((await get('', own)).status).toBe(503)
    expect(own.seen(0).seen.map(({ party }) => party)).toEqual(['akeldo', 'akeldo', 'akeldo'])
  })

  it('may answer one actor as a list of one', async () => {
    const own = await start({ behaviour: { single: 'list' } })
    expect((await get('/314703103', own)).body).toHaveLength(1)
  })

  it('takes nobody without an organisation number', () => {
    expect(() => createActors([{ ...bank, organisationNumber: '1' }], Date.now)).toThrow(/nine digits/)
  })
})
