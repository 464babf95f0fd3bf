import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IsoDate, today } from '../../contracts/calendar.ts'
import type { Config, PartiesConfig } from '../../contracts/config/config.ts'
import { consumerOrganisationNumber, scope } from '../../contracts/kontrollinformasjon/profile.ts'
import { register } from '../../contracts/register.ts'
import { makePartyKeys } from '../../mocks/keys.ts'
import { type Maskinporten, startMaskinporten } from '../../mocks/maskinporten/maskinporten.ts'
import { type Authority, createAuthority } from '../../mocks/pki/authority.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { preflight } from '../kontrollinformasjon/preflight/preflight.ts'
import { externalTarget } from './external.ts'
import type { ExternalSettings } from './external-parties.ts'
import { startForeignBank } from './foreign-bank.ts'
import { partyPlan } from './party-plan.ts'

/** A bank that is tied to a Maskinporten that is not ours: a real token endpoint, which knows the harness as a client. */

const day = today(new Date()) as IsoDate
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const jwk = createPublicKey(createPrivateKey(key)).export({ format: 'jwk' })

let authority: Authority
let maskinporten: Maskinporten
beforeAll(async () => {
  authority = await createAuthority()
  const organisationNumber = consumerOrganisationNumber
  maskinporten = await startMaskinporten({
    identity: await authority.server(['127.0.0.1']),
    clients: [{ clientId: 'samsvar', organisationNumber, signs: { withKeys: [{ kid: 'k1', jwk }] }, scopes: [scope] }],
    scopes: [{ name: scope, owner: '889640782', granted: [organisationNumber] }],
  })
})
afterAll(() => maskinporten.close())

async function settings(changes: { keyId?: string; clientId?: string } = {}): Promise<ExternalSettings> {
  const parties = {
    maskinporten: {
      external: {
        tokenEndpoint: `${maskinporten.url}/token`,
        issuer: maskinporten.issuer,
        clientId: 'samsvar',
        keyId: 'k1',
        key: { environment: 'UNUSED' },
        ...changes,
      },
    },
    certpub: 'external',
  } as const satisfies PartiesConfig
  const keys = await makePartyKeys()
  const config: Config = {
    schema: 'samsvar.config/1',
    participant: { name: 'x', organisationNumber: '314703103' },
    baseUrl: 'https://127.0.0.1:1/v2',
    day,
    parties,
    keystore: 'unused',
    fixtures: {},
  }
  return {
    config,
    keystore: { schema: 'samsvar.keystore/1', controlToken: 'x', consumerKeys: [], parties: keys },
    secrets: { trust: [authority.rootPem], clientCertificate: null, maskinportenKey: key },
  }
}

describe('parties of ours', () => {
  it('are not started without the keys that the bank seals to and trusts', async () => {
    const { config, keystore, secrets } = await settings()
    const { parties: _, ...without } = keystore
    const started = externalTarget({ config: { ...config, parties: {} }, keystore: without, secrets })
    await expect(started).rejects.toThrow(/holds no keys for them \("parties"\): make one with samsvar init/)
  })
})

describe('a bank that follows konkursvarsler, and reports nothing', () => {
  it('is looked up in a register of ours all the same, at an address that nobody has to know', async () => {
    const { config, keystore, secrets } = await settings()
    const ports = { maskinporten: 0, certpub: 0, brreg: 0, 'production-issuer': 0 }
    const fixtures = { K1: { id: '310000167', accounts: [] } }
    const follows = { ...config, parties: { ports }, konkursvarsel: {}, fixtures }
    const target = await externalTarget({ config: follows, keystore, secrets })
    await target.control.stimulate({ stimulus: { party: 'kfr', does: 'holds', customer: 'K1', since: '2020-01-01' } })
    const { banks } = await target.control.lookUp({ lookUp: { customer: 'K1' } })
    expect(banks).toContainEqual({ organizationID: config.participant.organisationNumber, bankName: 'x' })
    await target.close()
  })
})

describe('an external Maskinporten', () => {
  it('gives lawful tokens; a run passes what needs no other, and does not test the rest', async () => {
    const chosen = await settings()
    const bank = await startForeignBank({
      seed: 1,
      day,
      issuer: maskinporten.issuer,
      locatorUrl: 'https://127.0.0.1:1/locator',
      trust: [authority.rootPem],
    })
    const { trust } = chosen.secrets
    const target = await externalTarget({
      ...chosen,
      config: { ...chosen.config, baseUrl: bank.baseUrl, fixtures: bank.fixtures, capabilities: { plainJson: false } },
      secrets: { ...chosen.secrets, trust: [...trust, bank.rootPem] },
    })
    const found = await preflight(target)
    expect(found.filter(({ state }) => state === 'problem')).toEqual([])
    expect(found).toContainEqual(expect.objectContaining({ what: 'token endpoint of Maskinporten', state: 'ok' }))
    const ids = ['KI-AUT-001', 'KI-AUT-005', 'KI-AUT-008', 'KI-ENC-012', 'KI-ERR-001']
    const { report } = await run({
      target,
      rows: { requirements: register.filter(({ id }) => ids.includes(id)), isSelected: () => true },
      checks: await loadChecks(['kontrollinformasjon']),
      ...quietly,
    })
    await target.close()
    await bank.close()
    const reasons = Object.fromEntries(
      report.results.map(({ requirement: id, verdict, reason }) => [id, reason ?? verdict]),
    )
    expect(reasons).toMatchObject({
      'KI-AUT-005': 'external-party',
      'KI-AUT-008': 'external-party',
      'KI-ENC-012': 'external-party',
      'KI-ERR-001': 'pass',
    })
    expect(report.errors).toEqual([])
  })

  it.each([
    [{ clientId: 'nobody' }, /answered 4\d\d invalid_\w+, and gave no token/],
    [{ keyId: 'k2' }, /answered 4\d\d invalid_\w+, and gave no token/],
  ])('that refuses %j is a problem of the set-up', async (changes, said) => {
    const target = await externalTarget(await settings(changes))
    await expect(target.control.mint({ recipe: { claims: { aud: target.baseUrl } } })).rejects.toThrow(said)
    await target.close()
  })
})

describe('who is ours', () => {
  const config = (parties: PartiesConfig) => ({ parties }) as Config

  it('is whoever is not said to be external; nobody is started where control is elsewhere', () => {
    expect(partyPlan(config({ control: 'http://127.0.0.1:1' }))).toBeNull()
    expect(partyPlan(config({}))).toMatchObject({
      ours: ['maskinporten', 'certpub'],
      external: [],
      listen: '127.0.0.1',
    })
    expect(partyPlan(config({ certpub: 'external' }))).toMatchObject({ ours: ['maskinporten'], external: ['certpub'] })
    expect(partyPlan({ parties: {}, konkursvarsel: {} } as Config)).toMatchObject({
      ours: ['maskinporten', 'certpub', 'brreg', 'kfr'],
      ports: { kfr: 0 },
    })
    expect(partyPlan(config({ host: 'tester.bank.example' }))).toMatchObject({ listen: '0.0.0.0' })
  })
})
