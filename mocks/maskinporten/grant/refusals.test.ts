import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, formHeaders } from '../../http/testing/caller.ts'
import { type Authority, createAuthority, type OrganisationIdentity } from '../../pki/authority.ts'
import { type RefusalName, refusals } from './refusals.ts'
import { type Desk, formOf, keyOf, now, openDesk } from './testing/desk.ts'
import { bank, customer, systemUser } from './testing/world.ts'

let desk: Desk
let others: Awaited<ReturnType<typeof createOthers>>
beforeAll(async () => {
  desk = await openDesk()
  others = await createOthers(desk.authority)
})
afterAll(() => desk.close())

/** Certificates that are wrong in one way each. */
async function createOthers(authority: Authority) {
  const banks = { organisationNumber: bank, name: 'Banken' }
  const foreign = await createAuthority()
  const [expired, early, another, untrusted] = await Promise.all([
    authority.organisation({ ...banks, notBefore: new Date(0), notAfter: new Date(1_000_000) }),
    authority.organisation({ ...banks, notBefore: new Date(Date.now() + 3_600_000) }),
    authority.organisation({ organisationNumber: customer, name: 'Kunden' }),
    foreign.organisation(banks),
  ])
  return { expired, early, another, untrusted } satisfies Record<string, OrganisationIdentity>
}

const claims = (given: Record<string, unknown>) => () => desk.ask({ claims: given })
const details = (detail: unknown) => claims({ authorization_details: [detail] })

type Ask = () => Promise<Answer>

/** Every row of the catalogue's table 1.4, by the ways that lead to it. */
const roads: Readonly<Record<RefusalName, Readonly<Record<string, Ask>>>> = {
  method: { 'GET instead': () => desk.caller.get(`${desk.party.url}/token`) },
  'content-type': { JSON: () => desk.post('{}', { 'content-type': 'application/json' }) },
  'body-too-large': { '300 kB': () => desk.post(`assertion=${'a'.repeat(300_000)}`) },
  'body-unreadable': {
    'a charset that nobody has': () =>
      desk.post('a=b', { 'content-type': `${formHeaders['content-type']}; charset=nonsense` }),
  },
  'unsupported-grant-type': {
    'another one': () => desk.post(`grant_type=client_credentials&assertion=${desk.grant()}`),
    none: () => desk.post(`assertion=${desk.grant()}`),
    twice: () => desk.post(`${formOf(desk.grant())}&grant_type=x`),
    'an empty body': () => desk.post(''),
  },
  'assertion-invalid': {
    missing: () => desk.post('grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer'),
    twice: () => desk.post(`${formOf(desk.grant())}&assertion=x`),
    'two parts': () => desk.ask({ spoil: (text) => text.split('.').slice(0, 2).join('.') }),
    'no signature': () => desk.ask({ spoil: (text) => text.slice(0, text.lastIndexOf('.') + 1) }),
    'not base64url': () => desk.ask({ spoil: (text) => `+${text}` }),
    'not JSON': () => desk.ask({ spoil: (text) => `AAAA${text}` }),
    'alg none': () => desk.ask({ header: { alg: 'none' } }),
    'alg PS256': () => desk.ask({ header: { alg: 'PS256' } }),
    'unknown header': () => desk.ask({ header: { jku: 'https://evil.example' } }),
    'kid beside x5c': () => desk.ask({ header: { x5c: [] } }),
    'unknown claim': claims({ sub: 'x' }),
    'a claim named like a method': claims({ toString: 'x' }),
    'iat as text': claims({ iat: '1' }),
    'no scope': claims({ scope: null }),
    'blank scope': claims({ scope: ' ' }),
    'no exp': claims({ exp: null }),
    'pid with wrong check digits': claims({ pid: '12345678901' }),
    'consumer_org with a wrong check digit': claims({ consumer_org: '974760672' }),
    'consumer_org beside iss_onbehalfof': claims({ consumer_org: customer, iss_onbehalfof: 'office' }),
    'resource as number': claims({ resource: 1 }),
  },
  'client-unknown': {
    'never registered': claims({ iss: 'nobody' }),
    'a name from the language itself': claims({ iss: '__proto__' }),
    'unregistered iss_onbehalfof': claims({ iss_onbehalfof: 'toString' }),
  },
  audience: {
    'the token endpoint': () => claims({ aud: `${desk.party.url}/token` })(),
    'without the slash': () => claims({ aud: desk.party.url })(),
    'a list': () => claims({ aud: [desk.party.issuer] })(),
    missing: claims({ aud: null }),
  },
  'x5c-shape': {
    'neither x5c nor kid': () => desk.askCertified(desk.world.certified, { header: { x5c: null } }),
    'a text': () => desk.askCertified(desk.world.certified, { header: { x5c: 'MII' } }),
    'an empty list': () => desk.askCertified(desk.world.certified, { header: { x5c: [] } }),
    'not a certificate': () => desk.askCertified(desk.world.certified, { header: { x5c: ['MIIB'] } }),
  },
  'certificate-not-approved': {
    expired: () => desk.askCertified(others.expired),
    'not yet in force': () => desk.askCertified(others.early),
    'of another root': () => desk.askCertified(others.untrusted),
  },
  'certificate-of-another': { 'the customer': () => desk.askCertified(others.another) },
  'kid-missing': {
    none: () => desk.ask({ header: { kid: null } }),
    'a certificate instead': () => desk.askCertified(desk.world.certified, { claims: { iss: 'keys' } }),
  },
  'kid-unknown': {
    'never registered': () => desk.ask({ header: { kid: 'k2' } }),
    'client without keys': () => desk.ask({ claims: { iss: 'certified' } }),
  },
  'key-expired': { 'a year old': () => desk.ask({ header: { kid: 'old' } }) },
  signature: {
    'by another key': () => desk.ask({ key: keyOf(desk.world.certified) }),
    'by another key than the certificate': () =>
      desk.askCertified(desk.world.certified, { key: desk.world.privateKey }),
    'for another text': () => desk.ask({ spoil: (text) => swapClaims(text) }),
  },
  expired: { 'a second ago': () => claims({ iat: now() - 5, exp: now() - 1 })() },
  'lifetime-too-long': { '180 s, as an older client': () => claims({ iat: now(), exp: now() + 180 })() },
  'issued-ahead': { 'by a minute': () => claims({ iat: now() + 60, exp: now() + 120 })() },
  'issued-long-ago': { 'a minute ago': () => claims({ iat: now() - 60, exp: now() + 30 })() },
  'used-before': {
    'with jti': async () => twice(desk.grant()),
    'without jti': async () => twice(desk.grant({ claims: { jti: null, resource: 'https://once.example' } })),
  },
  'scope-not-registered': {
    'does not exist': claims({ scope: 'konkurs:read no:such' }),
    'of others': claims({ scope: 'lent:out' }),
    'in other letters': claims({ scope: 'KONKURS:READ' }),
  },
  'scope-of-another-integration': { 'a login': claims({ scope: 'user:login' }) },
  'consumer-is-owner': { itself: claims({ consumer_org: bank, scope: 'kfr:write' }) },
  'scope-not-granted': {
    'to nobody': claims({ scope: 'closed:one' }),
    'to the one who delegates': claims({ scope: 'lent:out', consumer_org: '915429785' }),
  },
  'not-delegated': { 'another scope': claims({ scope: 'kfr:write', consumer_org: customer }) },
  'details-type': { unknown: details({ type: 'urn:x' }), missing: details({}), 'not an object': details(1) },
  'details-fields': { unknown: details({ ...systemUser, colour: 'red' }) },
  'details-values': {
    'no organisation': details({ type: 'urn:altinn:systemuser' }),
    'wrong organisation': details({ ...systemUser, systemuser_org: { ID: bank } }),
  },
}

async function twice(assertion: string) {
  await desk.post(formOf(assertion))
  return desk.post(formOf(assertion))
}

function swapClaims(text: string): string {
  const [header, , signature] = text.split('.')
  const [, other] = desk.grant().split('.')
  return `${header}.${other}.${signature}`
}

const cases = Object.entries(roads).flatMap(([name, ways]) =>
  Object.entries(ways).map(([way, put]) => ({ name: name as RefusalName, way, put })),
)

describe('the token endpoint refuses', () => {
  it.each(cases)('$name: $way', async ({ name, put }) => {
    const { status, headers, text } = await put()
    const { code, error, status: expected, description } = refusals[name]
    const body = JSON.parse(text)
    expect({ status, error: body.error, text: body.error_description }).toEqual({
      status: expected,
      error,
      text: expect.stringContaining(description.split('{')[0] ?? ''),
    })
    expect(body.error_uri).toBe(code === null ? undefined : `${desk.party.issuer}errors/${code}`)
    expect(body.error_description).toMatch(/ \(trace_id: [0-9a-f]{32}\)$/)
    expect(headers['content-type']).toMatch(/^application\/json/)
  })

  it('with Allow when the method is wrong', async () => {
    const answer = await desk.caller.send('PUT', `${desk.party.url}/token`)
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST'])
  })

  it('a grant that others have tried to use up without its key, only for its own sake', async () => {
    const assertion = desk.grant()
    const forged = `${assertion.slice(0, assertion.lastIndexOf('.'))}.${'A'.repeat(342)}`
    expect((await desk.post(formOf(forged))).status).toBe(400)
    expect((await desk.post(formOf(assertion))).status).toBe(200)
  })
})
