import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { serveControl } from '../contracts/control/http-server.ts'
import { exampleParty } from '../contracts/control/testing/example.ts'
import { here } from './testing/here.ts'
import { samsvar } from './testing/processes.ts'

/** One wrong configuration for each kind of mistake: the message names the key, what is wrong, and what to do. */

let folder: string
let control: Awaited<ReturnType<typeof serveControl>>
const token = 'a-token-that-is-never-told'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-wrong-'))
  control = await serveControl(exampleParty(), { token })
})
afterAll(async () => {
  await control.close()
  await rm(folder, { recursive: true })
})

type Tree = Record<string, unknown>

const good = (): Tree => ({
  schema: 'samsvar.config/1',
  participant: { name: 'Testbanken', organisationNumber: '314703103' },
  baseUrl: 'https://127.0.0.1:1/v2',
  day: '2026-11-20',
  parties: { control: 'http://127.0.0.1:1' },
  keystore: 'keystore.json',
  fixtures: {
    P1: { id: '910336819', kjennelsesdato: '2026-10-31', blockedAccounts: ['99998015363'] },
    P2: { id: '08086001471', kjennelsesdato: '2026-10-30' },
  },
})
const keystore = { schema: 'samsvar.keystore/1', controlToken: token, consumerKeys: [] }
const deviation = { requirement: 'KI-REQ-005', reason: 'r', owner: 'o', approver: 'a', expires: '2026-12-31' }
const external = {
  tokenEndpoint: 'https://m.example/token',
  clientId: 'c',
  issuer: 'https://m.example/',
  key: { environment: 'NO_SUCH_KEY' },
}

/** Writes both files and gives the path of the configuration. */
async function written(config: Tree | string, secrets: unknown = keystore): Promise<string> {
  const place = await mkdtemp(join(folder, 'c-'))
  const path = join(place, 'samsvar.yaml')
  await writeFile(path, typeof config === 'string' ? config : stringify(config))
  await writeFile(join(place, 'keystore.json'), JSON.stringify(secrets), { mode: 0o600 })
  return path
}

type Wrong = readonly [what: string, change: (config: Tree) => unknown, ...parts: string[]]

/** What is changed in the good one, and what must be said of it. */
const wrongs: readonly Wrong[] = [
  [
    'an unknown key',
    (c) => Object.assign(c, { baseURL: 'x' }),
    'line 19',
    '"baseURL" is not a known key',
    'did you mean "baseUrl"',
  ],
  ['a missing key', (c) => delete c.keystore, '"keystore" is missing', 'add "keystore"'],
  [
    'another version',
    (c) => Object.assign(c, { schema: 'samsvar.config/2' }),
    'schema: is another value',
    'write "samsvar.config/1"',
  ],
  ['http', (c) => Object.assign(c, { baseUrl: 'http://bank.example/v2' }), 'baseUrl', 'write it with https'],
  [
    'two slashes at the end',
    (c) => Object.assign(c, { baseUrl: 'https://bank.example/v2//' }),
    'baseUrl',
    'with one slash at the end at the most',
  ],
  [
    'a port that cannot be',
    (c) => Object.assign(c, { baseUrl: 'https://bank.example:99999/v2' }),
    'baseUrl: is no address',
    'host and port',
  ],
  [
    'a password in an address',
    (c) => Object.assign(c, { baseUrl: 'https://u:hidden@bank.example/v2' }),
    'baseUrl: holds a user name',
    'take it out',
  ],
  [
    'a number without quotes',
    (c) => Object.assign(c.participant as Tree, { organisationNumber: 314703103 }),
    'participant.organisationNumber: is no string',
    'put it in quotes',
  ],
  [
    'a mistyped organisation number',
    (c) => Object.assign(c.participant as Tree, { organisationNumber: '314703104' }),
    'has a wrong check digit',
    'mistyped',
  ],
  [
    'a mistyped account number',
    (c) => Object.assign((c.fixtures as Tree).P1 as Tree, { blockedAccounts: ['99998015364'] }),
    'fixtures.P1.blockedAccounts.0: has a wrong check digit',
  ],
  [
    'a fixture of no name',
    (c) => Object.assign(c.fixtures as Tree, { P14: {} }),
    '"P14" is not a known key',
    'did you mean',
  ],
  [
    'a ruling in the future',
    (c) => Object.assign((c.fixtures as Tree).P2 as Tree, { kjennelsesdato: '2026-11-21' }),
    'fixtures.P2.kjennelsesdato: lies in the future',
    'write 2026-11-20',
  ],
  ['a day that does not exist', (c) => Object.assign(c, { day: '2026-02-30' }), 'day: is no day', 'yyyy-MM-dd'],
  [
    'an owner who is not described',
    (c) => Object.assign(c.fixtures as Tree, { A5: { owner: 'P7', accountIdentifier: 'x' } }),
    'fixtures.A5.owner: names a party',
    'describe P7',
  ],
  [
    'a large account that is small',
    (c) =>
      Object.assign(c.fixtures as Tree, {
        A4: { owner: 'P1', accountIdentifier: 'x', booked: 12, firstBooked: '2026-01-01', lastBooked: '2026-02-01' },
      }),
    'fixtures.A4.booked: must be >= 1001',
  ],
  [
    'a trust anchor that is not there',
    (c) => Object.assign(c, { trust: ['root.pem'] }),
    'trust.0: names a file that does not exist',
    'look at the path',
  ],
  [
    'a trust anchor that is none',
    (c) => Object.assign(c, { trust: ['-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----'] }),
    'trust.0: is no certificate',
    'paste the whole',
  ],
  [
    'a secret in the configuration',
    (c) => Object.assign(c, { clientCertificate: { certificate: 'c.pem', key: 'hidden' } }),
    'clientCertificate.key: must say where the secret stands',
    'write file: PATH or environment: NAME',
  ],
  [
    'a variable that is not set',
    (c) => Object.assign(c, { parties: { maskinporten: { external } } }),
    'parties.maskinporten.external.key: names a variable',
    'set NO_SUCH_KEY',
  ],
  [
    'two ways to the parties',
    (c) => Object.assign(c.parties as Tree, { host: 'localhost' }),
    'parties.host: does not go together with "control"',
    'take one',
  ],
  [
    'one port for two parties',
    (c) => Object.assign(c, { parties: { ports: { maskinporten: 8610, certpub: 8610 } } }),
    'parties.ports.certpub: is the port of maskinporten',
    'of its own',
  ],
  [
    'a host that nobody can call',
    (c) => Object.assign(c, { parties: { host: '0.0.0.0' } }),
    'parties.host: cannot be called',
    'by which the bank reaches',
  ],
  [
    'a deviation from no requirement',
    (c) => Object.assign(c, { deviations: [{ ...deviation, requirement: 'KI-REQ-05' }] }),
    'deviations.0.requirement: is no requirement',
    'did you mean KI-REQ-005',
  ],
  [
    'a deviation that nobody approved',
    (c) => Object.assign(c, { deviations: [{ ...deviation, approver: undefined }] }),
    'deviations.0: "approver" is missing',
    'add "approver"',
  ],
  [
    'a keystore that is not there',
    (c) => Object.assign(c, { keystore: 'elsewhere.json' }),
    'keystore: names a file that does not exist',
    'look at the path',
  ],
  [
    'parties that are not started',
    () => undefined,
    'parties: the control protocol of the parties',
    'start them with samsvar mocks',
  ],
  [
    'a bank that is not started',
    () => undefined,
    'connection to the bank: 127.0.0.1:1 refuses the connection',
    'is the bank started',
  ],
  [
    'a host name that nobody knows',
    (c) => Object.assign(c, { baseUrl: 'https://bank.invalid/v2' }),
    'host name of the bank: the host name bank.invalid is not known',
    'is "baseUrl" spelt right',
  ],
  [
    'a control address of something else',
    (c) => Object.assign(c, { parties: { control: `${control.url}/elsewhere` } }),
    'parties: the control protocol of the parties',
    'that samsvar mocks printed',
  ],
]

describe('a wrong configuration', () => {
  it.each(wrongs.map(([what, ...rest]) => [what, rest] as const))('with %s says what to mend', async (_what, rest) => {
    const [change, ...parts] = rest
    const config = good()
    change(config)
    const { code, text } = await here(['run', '--config', await written(config), '--out', join(folder, 'out')])
    expect(code, text).toBe(3)
    for (const part of parts) expect(text).toContain(part)
    expect(text).not.toMatch(/hidden|a-token-that|\n\s+at /)
  })

  it('with a wrong control token names the keystore', async () => {
    const config = { ...good(), parties: { control: control.url } }
    const path = await written(config, { ...keystore, controlToken: 'another-one-never-told' })
    const { code, text } = await here(['doctor', '--config', path])
    expect(code, text).toBe(3)
    expect(text).toContain('take "controlToken" in the keystore from whoever started the parties')
    expect(text).not.toContain('never-told')
  })

  it('without a word of konkursvarsler says what to add before it is asked about them', async () => {
    const path = await written({ ...good(), parties: { host: 'localhost' } })
    const { code, text } = await here(['run', '--config', path, '--area', 'konkursvarsel'])
    expect(code, text).toBe(3)
    expect(text).toContain('add "konkursvarsel: { pollSeconds: 900 }"')
  })

  it('with a keystore that is open to others says how to close it', async () => {
    const path = await written(good())
    const open = path.replace('samsvar.yaml', 'keystore.json')
    await chmod(open, 0o644)
    expect(await here(['run', '--config', path])).toMatchObject({
      code: 3,
      text: expect.stringContaining(`keystore: is open to others (mode 0644); chmod 600 ${open}`),
    })
  })

  it('with a keystore that is broken tells no key of it', async () => {
    const path = await written(good(), { schema: 'samsvar.keystore/1', consumerKeys: ['hidden'] })
    const { code, text } = await here(['run', '--config', path])
    expect(code).toBe(3)
    for (const part of ['"controlToken" is missing', 'consumerKeys.0', 'paste the whole key'])
      expect(text).toContain(part)
    expect(text).not.toContain('hidden')
  })

  it('with a port that speaks no TLS says so', async () => {
    const server = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const path = await written({ ...good(), baseUrl: `https://127.0.0.1:${port}/v2` })
    const { code, text } = await here(['doctor', '--config', path])
    await new Promise((resolve) => server.close(resolve))
    expect(code, text).toBe(3)
    expect(text).toMatch(/PROBLEM +TLS of the bank: does not speak TLS at this port .*is the port in "baseUrl" right/)
  })

  it('tells everything that is wrong at once, in the order of the file', async () => {
    const config = { ...good(), baseUrl: 'ftp://x', day: 'soon', deadlineSeconds: 0 }
    const { text } = await here(['run', '--config', await written(config)])
    const told = ['baseUrl', 'day', 'deadlineSeconds'].map((key) => text.indexOf(`${key}: `))
    expect(told.every((at, index) => at > (told[index - 1] ?? 0))).toBe(true)
  })
})

describe('in a process of its own', () => {
  it.each<[string, (path: string) => readonly string[], number, string]>([
    [
      'a configuration that is not there',
      () => ['run', '--config', 'nowhere.yaml'],
      3,
      'samsvar init writes a new one',
    ],
    ['a configuration that is a folder', (path) => ['doctor', '--config', join(path, '..')], 3, 'names a folder'],
    ['a wrong option', (path) => ['doctor', '--confg', path], 64, 'did you mean --config'],
    ['no option', () => ['doctor'], 64, '--config FILE is missing'],
    ['init without a terminal', () => ['init'], 64, '--name, --organisation-number, --base-url'],
    ['a bank that is to write nowhere', () => ['bank', '--config-out', 'nodir/c.yaml'], 3, 'there is no such folder'],
  ])('%s ends soon', async (_what, args, code, message) => {
    const cwd = join(folder, 'empty')
    await mkdir(cwd, { recursive: true })
    const run = samsvar(args(await written(good())), { cwd })
    const tooLate = setTimeout(() => run.child.kill('SIGKILL'), 30_000)
    expect(await run.ended, run.text()).toBe(code)
    clearTimeout(tooLate)
    expect(run.text()).toContain(message)
  })
})

describe('samsvar list --faults', () => {
  it('tells those of the area alone', async () => {
    expect((await here(['list', '--faults', '--area', 'kontrollinformasjon'])).text).toContain('breaks KI-')
    expect((await here(['list', '--faults', '--area', 'gjeldsregister'])).text).toBe('')
  })
})
