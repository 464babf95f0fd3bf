import { describe, expect, it } from 'vitest'
import { hasRole, receives, sends } from '../../contracts/akeldo/actor.ts'
import { akeldoViolations } from '../../contracts/akeldo/schemas.ts'
import { publicPartyOfTests } from '../testing/public-party.ts'
import { createActors } from './actors.ts'
import { type Akeldo, type AkeldoOptions, startAkeldo } from './akeldo.ts'
import { dsveActors } from './dsve.ts'

const bank = {
  organisationNumber: '314703103',
  name: 'Banken',
  roles: ['Bank'],
  receives: ['Restgjeldsforespoersel'],
  sends: ['Restgjeldssvar'],
} as const

const { party, start, caller, told, getJson } = publicPartyOfTests<Akeldo, AkeldoOptions>((shared) =>
  startAkeldo({ actors: [bank], now: () => Date.UTC(2026, 10, 20, 12), ...shared }),
)
const get = (path = '', at = party()) => getJson(`${at.actorsUrl}${path}`)

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
    const { status, headers } = await caller().send('DELETE', party().actorsUrl)
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

it('has a bank that answers one of two questions down for that one', () => {
  const [bank] = dsveActors([{ organisationNumber: '314703103', name: 'Banken', flows: ['restgjeld'] }])
  expect([bank?.receives, bank?.sends]).toEqual([['Restgjeldsforespoersel'], ['Restgjeldssvar']])
})
