import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TokenRecipe } from '../../contracts/control/protocol.ts'
import { encodedLegalMandate } from '../../contracts/kontrollinformasjon/profile.ts'
import { type Changes, idOf, type Opened, openFjordbanken } from './testing/asking.ts'

let open: Opened
const ask = (changes: Changes) => open.ask(changes)

beforeAll(async () => {
  open = await openFjordbanken()
})
afterEach(() => {
  open.parties.certpub.outage(false)
  open.parties.certpub.unknownParticipant(false)
  open.parties.maskinporten.outage(false)
})
afterAll(() => open.close())

describe('Fjordbanken refuses', () => {
  it.each([
    ['no token', { headers: { Authorization: null } }, 401, 'ACC-010'],
    ['a token in the address', { headers: { Authorization: null }, query: { access_token: 'x' } }, 400, 'ACC-001'],
    ['another scheme', { headers: { Authorization: 'Basic eDp5' } }, 400, 'ACC-001'],
    ['half a token', { headers: { Authorization: 'Bearer x.y' } }, 400, 'ACC-001'],
    ['another method', { method: 'POST' }, 405, 'ACC-012'],
    ['no mandate', { headers: { 'Legal-Mandate': null } }, 400, 'ACC-001'],
    ['half a mandate', { headers: { 'Legal-Mandate': encodedLegalMandate.slice(0, 20) } }, 400, 'ACC-001'],
    ['a broken mandate', { headers: { 'Legal-Mandate': '%C2%' } }, 400, 'ACC-001'],
    ['no PartyID', { headers: { PartyID: null } }, 400, 'ACC-001'],
    ['a PartyID with a wrong digit', { headers: { PartyID: '910336818' } }, 400, 'ACC-001'],
    ['no CorrelationID', { headers: { CorrelationID: null } }, 400, 'ACC-001'],
    ['a CorrelationID that is no uuid', { headers: { CorrelationID: 'abc' } }, 400, 'ACC-001'],
    ['no AccountInfoRequestID', { headers: { AccountInfoRequestID: null } }, 400, 'ACC-001'],
    ['no OnlyPrimaryOwner', { query: { OnlyPrimaryOwner: null } }, 400, 'ACC-001'],
    ['all owners', { query: { OnlyPrimaryOwner: 'false' } }, 400, 'ACC-001'],
    ['no fromDate', { query: { fromDate: null } }, 400, 'ACC-001'],
    ['a toDate that has passed', { query: { toDate: '2026-11-19' } }, 400, 'ACC-001'],
    ['dates the other way round', { query: { fromDate: '2026-12-01', toDate: '2026-11-20' } }, 400, 'ACC-001'],
    ['a party without konkursvarsel', { headers: { PartyID: idOf('P4') } }, 400, 'ACC-001'],
    ['a party whose opening was deleted', { headers: { PartyID: idOf('P10') } }, 400, 'ACC-001'],
    ['a party whose estate is closed', { headers: { PartyID: idOf('P12') } }, 400, 'ACC-001'],
    ['a path that is none', { path: '/nonsense' }, 404, 'ACC-003'],
    ['a reference of nobody', { path: '/accounts/00000000-0000-4000-8000-000000000000' }, 400, 'ACC-001'],
    ['a path that is not encoded', { path: '/accounts/%zz' }, 400, 'ACC-001'],
    ['a loan', { path: '/accounts/dataNotDelivered' }, 404, 'ACC-003'],
    ['cards', { path: '/accounts/x/cards' }, 400, 'ACC-001'],
    ['a page of nobody', { path: '/accounts?fortsett=AAAA' }, 400, 'ACC-001'],
    ['far too much', { headers: { RequesterID: 'x'.repeat(20_000) } }, 400, 'ACC-001'],
  ] as const)('%s', async (_what, changes, status, code) => {
    const answer = await ask(changes)
    expect([answer.status, answer.body.code, answer.type]).toEqual([status, code, 'application/json; charset=UTF-8'])
    expect(answer.body.message.length).toBeGreaterThan(10)
  })

  it.each([
    ['an unsigned token', { header: { alg: 'none' }, signature: 'none' }, 403],
    ['a signature with a public text', { header: { alg: 'HS256' }, signature: 'hmac-spki-pem' }, 403],
    ['a key of nobody', { signature: 'unknown-key' }, 403],
    ['a key that is not named', { header: { kid: null } }, 403],
    ['an end that has passed', { issued: -420, expires: -300 }, 403],
    ['a beginning to come', { issued: 600, expires: 720 }, 403],
    ['a life of an hour', { expires: 3600 }, 403],
    ['no end', { claims: { exp: null } }, 403],
    ['another bank', { claims: { aud: 'https://annen.example/v2' } }, 403],
    ['another issuer', { claims: { iss: 'https://annen.example/' } }, 403],
    ['another scope', { claims: { scope: 'bits:kundeforhold' } }, 401],
    ['a longer scope', { claims: { scope: 'bits:kontoinformasjon.oed' } }, 401],
    ['another agency', { claims: { consumer: { authority: 'iso6523-actorid-upis', ID: '0192:974761076' } } }, 400],
    ['no consumer', { claims: { consumer: null } }, 403],
  ] as const satisfies readonly (readonly [string, TokenRecipe, number])[])('%s', async (_what, recipe, status) => {
    expect((await ask({ token: await open.mint(recipe) })).status).toBe(status)
  })

  it('a CorrelationID that was used before', async () => {
    const headers = { CorrelationID: randomUUID() }
    expect([(await ask({ headers })).status, (await ask({ headers })).status]).toEqual([200, 400])
  })

  it('to send anything that it cannot seal', async () => {
    open.parties.certpub.outage(true)
    expect(await ask({})).toMatchObject({ status: 503, body: { code: 'ACC-099' } })
    expect(open.told.at(-1)).toMatch(/^CertPub at https:.* it answers 503$/)
    open.parties.certpub.outage(false)
    open.parties.certpub.unknownParticipant(true)
    expect(await ask({})).toMatchObject({ status: 500, body: { code: 'ACC-500' } })
    expect(open.told.at(-1)).toMatch(/^CertPub: https:.* answers 404$/)
    open.parties.certpub.unknownParticipant(false)
    expect((await ask({})).status).toBe(200)
  })

  it('a token while nobody tells the keys, and takes it when they are told', async () => {
    open.bank.forget()
    open.parties.maskinporten.outage(true)
    expect((await ask({})).status).toBe(500)
    expect(open.told.at(-1)).toMatch(/^Maskinporten at https:/)
    open.parties.maskinporten.outage(false)
    expect((await ask({})).status).toBe(200)
  })

  it('HEAD without a body', async () =>
    expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 405, body: null }))
})
