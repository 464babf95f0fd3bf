import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse, stringify } from 'yaml'
import type { Config } from '../contracts/config/config.ts'
import { serveControl } from '../contracts/control/http-server.ts'
import type { Report } from '../contracts/report/report.ts'
import { startParties } from '../mocks/parties.ts'
import { type Called, call } from './testing/calls.ts'

let folder: string
const running: Called[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-foreign-'))
  vi.stubEnv('SAMSVAR_HOME', folder)
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.interrupt()))
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const start = (args: readonly string[]) => {
  const called = call(args)
  running.push(called)
  return called
}
const place = (name: string) => join(folder, name)

/** A PEM root that is nobody's: the bank reads it and calls nobody with it. */
async function someRoot(): Promise<string> {
  const { createAuthority } = await import('../mocks/pki/authority.ts')
  const path = place('someone.pem')
  await writeFile(path, (await createAuthority()).rootPem)
  return path
}

const addresses = ['--issuer', 'https://127.0.0.1:9/', '--locator', 'https://127.0.0.1:9/locator'] as const

describe('samsvar bank --as fjordbanken', () => {
  it('starts although nobody stands at the addresses, and tells who it is', async () => {
    const args = ['--trust', await someRoot(), '--fixtures-out', place('f.yaml'), '--trust-out', place('root.pem')]
    const bank = start(['bank', '--as', 'fjordbanken', ...addresses, ...args])
    await bank.prints(/ready/)
    expect(bank.text()).toMatch(/https:\/\/127\.0\.0\.1:\d+\/dsop\/kontroll\/v2/)
    expect(bank.text()).toMatch(/Fjordbanken, organisation number \d{9}/)
    expect(await readFile(place('root.pem'), 'utf8')).toContain('BEGIN CERTIFICATE')
    const { fixtures } = parse(await readFile(place('f.yaml'), 'utf8')) as Config
    expect(fixtures.P1?.id).toBe('910336819')
    expect(fixtures.A4?.booked).toBeGreaterThan(1000)
    expect(await bank.interrupt()).toBe(130)
  })

  it('is judged by a configuration that knows only what it told, with parties that were there before', async () => {
    const parties = await startParties()
    await writeFile(place('parties.pem'), parties.authority.rootPem)
    const known = ['--issuer', parties.maskinporten.issuer, '--locator', parties.certpub.locatorUrl]
    const out = ['--fixtures-out', place('f.yaml'), '--trust-out', place('root.pem')]
    const bank = start(['bank', '--as', 'fjordbanken', ...known, '--trust', place('parties.pem'), ...out])
    await bank.prints(/ready/)
    const [, baseUrl = ''] = /^bank +(\S+)/m.exec(bank.text()) ?? []
    const token = 'a'.repeat(32)
    const forget = async () => false
    const control = await serveControl(parties.control({ audience: () => baseUrl, forget }), { token })
    try {
      await writeConfig({
        baseUrl,
        control: control.url,
        token,
        key: parties.consumer.privateKeyPem,
        text: bank.text(),
      })
      const only = ['KI-URL-004', 'KI-AUT-001', 'KI-ACC-012']
      const run = start(['run', '--config', place('c.yaml'), '--only', only.join(','), '--out', place('report')])
      expect(await run.ended, run.text()).toBe(0)
      const { summary } = JSON.parse(await readFile(place('report/report.json'), 'utf8')) as Report
      expect(summary).toMatchObject({ fail: 0, warn: 0, inconclusive: 0 })
    } finally {
      await control.close()
      await parties.close()
    }
  })
})

interface Told {
  readonly baseUrl: string
  readonly control: string
  readonly token: string
  readonly key: string
  readonly text: string
}

async function writeConfig({ baseUrl, control, token, key, text }: Told): Promise<void> {
  const { fixtures } = parse(await readFile(place('f.yaml'), 'utf8')) as Config
  const [, organisationNumber = ''] = /organisation number (\d{9})/.exec(text) ?? []
  const config = {
    schema: 'samsvar.config/1',
    participant: { name: 'Fjordbanken', organisationNumber },
    baseUrl,
    trust: [await readFile(place('root.pem'), 'utf8')],
    parties: { control },
    keystore: 'keystore.json',
    capabilities: { plainJson: false },
    fixtures,
  }
  await writeFile(place('c.yaml'), stringify(config))
  const keystore = { schema: 'samsvar.keystore/1', controlToken: token, consumerKeys: [key] }
  await writeFile(place('keystore.json'), JSON.stringify(keystore), { mode: 0o600 })
}

describe('a foreign bank that cannot be started', () => {
  it.each([
    [['--as', 'sjøbanken'], 64, 'known are fjordbanken'],
    [['--as', 'fjordbanken'], 64, '--as needs --issuer'],
    [['--as', 'fjordbanken', '--issuer', 'maskinporten'], 64, '--issuer takes an https URL'],
    [['--as', 'fjordbanken', ...addresses], 64, '--as needs --trust'],
    [['--as', 'fjordbanken', ...addresses, '--trust', '/dev/null/missing.pem'], 3, 'missing.pem'],
    [['--as', 'fjordbanken', ...addresses, '--trust', import.meta.filename], 3, 'no PEM certificate'],
    [['--as', 'fjordbanken', ...addresses, '--fault', 'x', '--trust', 'x'], 64, 'for the reference bank'],
    [['--issuer', 'https://127.0.0.1:9/'], 64, 'add --as fjordbanken'],
  ] as const)('%j ends with %d', async (args, code, message) => {
    const bank = start(['bank', ...args])
    expect(await bank.ended, bank.text()).toBe(code)
    expect(bank.text()).toContain(message)
  })

  it('says when a file cannot be written', async () => {
    const bank = start([
      'bank',
      '--as',
      'fjordbanken',
      ...addresses,
      '--trust',
      await someRoot(),
      '--trust-out',
      '/dev/null/x',
    ])
    expect(await bank.ended, bank.text()).toBe(3)
    expect(bank.text()).toContain('cannot be written')
  })
})
