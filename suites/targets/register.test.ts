import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Config } from '../../contracts/config/config.ts'
import { serveControl } from '../../contracts/control/http-server.ts'
import { scopes } from '../../contracts/kfr/operations.ts'
import { clientNames } from '../../contracts/kfr-register/operator.ts'
import { register } from '../../contracts/register.ts'
import { type Maskinporten, startMaskinporten } from '../../mocks/maskinporten/maskinporten.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { clientCertificate } from '../../mocks/pki/client.ts'
import { loadChecks } from '../checks.ts'
import { preflightOfRegister } from '../kfr-register/preflight/preflight.ts'
import { run } from '../kit/run/engine.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { externalTarget } from './external.ts'
import type { ExternalSettings } from './external-parties.ts'
import { openRegisterRoom, type RegisterRoom } from './register-room.ts'

/** An operator's register as its configuration tells of it, with our Maskinporten and with another's. */

const token = 'control-token-of-this-test-alone'
let parties: Parties
let room: RegisterRoom
const closers: (() => Promise<void>)[] = []
beforeAll(async () => {
  parties = await startParties()
  closers.push(() => parties.close())
  room = await openRegisterRoom(parties, [])
  closers.push(() => room.close())
})
afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

function settings(changes: Partial<Config>, secrets: Partial<ExternalSettings['secrets']> = {}): ExternalSettings {
  const { lookUps, ...profile } = room.profile
  const config: Config = {
    schema: 'samsvar.config/1',
    participant: { name: 'Registeret', organisationNumber: '916960190' },
    baseUrl: room.kfr.baseUrl('1.1.2'),
    parties: {},
    keystore: 'unused',
    fixtures: {},
    kfrRegister: {
      ...profile,
      lookUps: { v1: lookUps['1.1.2'] ?? '', v2: lookUps['2.0'] ?? '' },
      evidence: { logs: room.evidence.logs },
    },
    ...changes,
  }
  return {
    config,
    keystore: { schema: 'samsvar.keystore/1', controlToken: token, consumerKeys: [] },
    secrets: { trust: [parties.authority.rootPem], clientCertificate: null, maskinportenKey: null, ...secrets },
  }
}

async function judged(chosen: ExternalSettings, only: readonly string[]) {
  const target = await externalTarget(chosen)
  try {
    const found = await preflightOfRegister(target)
    const rows = {
      requirements: register.filter(({ area }) => area === 'kfr-register'),
      isSelected: (id: string) => only.includes(id),
    }
    const checks = await loadChecks(['kfr-register'])
    const { report } = await run({ ...quietly, target, rows, checks, runId: `external-${only.length}` })
    const verdicts = new Map(report.results.map(({ requirement, verdict, reason }) => [requirement, reason ?? verdict]))
    return { found, verdicts: Object.fromEntries(only.map((id) => [id, verdicts.get(id)])), report }
  } finally {
    await target.close()
  }
}

describe('with parties that stand already', () => {
  it('is judged by its configuration; what it has not is not held against it', async () => {
    const control = await serveControl(
      parties.control({ audience: () => room.kfr.baseUrl('1.1.2'), forget: async () => false }),
      { token },
    )
    closers.push(() => control.close())
    const chosen = settings({ parties: { control: control.url } })
    const only = ['KFRO-001', 'KFRO-013', 'KFRO-040', 'KFRO-046', 'KFRO-066', 'KFRO-069']
    const { found, verdicts, report } = await judged(chosen, only)
    expect(found.filter(({ state }) => state === 'problem' || state === 'unknown')).toEqual([])
    expect(verdicts).toEqual({
      'KFRO-001': 'pass',
      'KFRO-013': 'pass',
      'KFRO-040': 'unobservable-here',
      'KFRO-046': 'pass',
      'KFRO-066': 'unobservable-here',
      'KFRO-069': 'pass',
    })
    expect(JSON.stringify(report.config)).not.toMatch(/\d{11}/)
  })

  it('is not judged where nobody is let in: preflight says what to look at', async () => {
    const control = await serveControl(
      parties.control({ audience: () => room.kfr.baseUrl('1.1.2'), forget: async () => false }),
      { token },
    )
    closers.push(() => control.close())
    const { config, ...others } = settings({ parties: { control: control.url } })
    const strangers = { ...room.profile.clients, reporter: { organisationNumber: '310000175' } }
    const kfrRegister = { ...config.kfrRegister, clients: strangers } as NonNullable<Config['kfrRegister']>
    const target = await externalTarget({ config: { ...config, kfrRegister }, ...others })
    const found = await preflightOfRegister(target)
    await target.close()
    expect(found.filter(({ state }) => state === 'problem')).toEqual([
      {
        what: 'own look-up of the first reporter',
        state: 'problem',
        said: 'is answered 403',
        remedy: 'has the register let this organisation in, with this scope?',
      },
    ])
  })
})

describe('with the Maskinporten of a test environment', () => {
  it('each client gets its own tokens there; what needs forged ones is not tested', async () => {
    const certified = Object.fromEntries(
      await Promise.all(
        clientNames.map(async (name) => {
          const { organisationNumber } = room.profile.clients[name]
          return [name, await clientCertificate(parties.authority, { organisationNumber, name })] as const
        }),
      ),
    )
    const own = (name: (typeof clientNames)[number]) =>
      name === 'agency' ? [scopes.relationships, scopes.provider] : [scopes.write]
    const maskinporten: Maskinporten = await startMaskinporten({
      identity: await parties.authority.server(['127.0.0.1']),
      trustedRoots: [parties.authority.rootPem],
      clients: clientNames.map((name) => ({
        clientId: name,
        organisationNumber: room.profile.clients[name].organisationNumber,
        signs: 'with-certificate',
        scopes: own(name),
      })),
      scopes: Object.values(scopes).map((name) => ({ name, owner: '916960190', granted: [], open: true })),
    })
    closers.push(() => maskinporten.close())
    const theirs = await openRegisterRoom({ ...parties, maskinporten } as Parties, [])
    closers.push(() => theirs.close())
    const unused = { environment: 'UNUSED' }
    const external = {
      tokenEndpoint: `${maskinporten.url}/token`,
      issuer: maskinporten.issuer,
      clientId: 'agency',
      key: unused,
    }
    const { config, ...others } = settings({ parties: { maskinporten: { external } } })
    const clients = Object.fromEntries(
      clientNames.map((name) => [
        name,
        { ...room.profile.clients[name], maskinporten: { clientId: name, key: unused } },
      ]),
    )
    const kfrRegister = {
      ...config.kfrRegister,
      clients,
      lookUps: { v1: theirs.kfr.baseUrl('1.1.2'), v2: theirs.kfr.baseUrl('2.0') },
    } as unknown as NonNullable<Config['kfrRegister']>
    const registerKeys = Object.fromEntries(
      Object.entries(certified).map(([name, { privateKeyPem, certificatePem }]) => [
        name,
        { key: privateKeyPem, certificate: certificatePem },
      ]),
    )
    const secrets = { ...others.secrets, maskinportenKey: certified.agency?.privateKeyPem ?? '', registerKeys }
    const chosen = { ...others, config: { ...config, baseUrl: theirs.kfr.baseUrl('1.1.2'), kfrRegister }, secrets }
    const { found, verdicts, report } = await judged(chosen, ['KFRO-001', 'KFRO-013', 'KFRO-037', 'KFRO-046'])
    expect(found.filter(({ state }) => state === 'problem')).toEqual([])
    expect(verdicts).toEqual({
      'KFRO-001': 'external-party',
      'KFRO-013': 'pass',
      'KFRO-037': 'pass',
      'KFRO-046': 'pass',
    })
    expect(report.errors).toEqual([])
  })
})
