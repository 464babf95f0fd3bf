import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { today } from '../contracts/calendar.ts'
import { readConfig } from '../contracts/config/read.ts'
import { completed, completedPerson, weights } from '../contracts/identity/check-digit.ts'
import { konkursFixtures } from '../contracts/konkursvarsel/debtors.ts'
import { debtorNames } from '../contracts/kontrollinformasjon/fixtures.ts'
import { freePort } from '../mocks/testing/free-port.ts'
import { type ForeignBank, startForeignBank } from '../suites/targets/foreign-bank.ts'
import { here } from './testing/here.ts'

let folder: string
let config: string
let bank: ForeignBank

const words = ['--name', 'Fjordbanken', '--organisation-number', '314703103']
const init = (...args: readonly string[]) => here(['init', ...words, '--base-url', 'https://localhost:1/v2', ...args])

/** From the folder of the user to a bank of another house, with nothing but what the commands write. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-init-'))
  config = join(folder, 'c.yaml')
  const { code, text } = await init('--out', config)
  expect(code, text).toBe(0)
  const ports = { maskinporten: await freePort(), certpub: await freePort() }
  bank = await startForeignBank({
    seed: 1,
    day: today(new Date()),
    issuer: `https://localhost:${ports.maskinporten}/`,
    locatorUrl: `https://localhost:${ports.certpub}/locator`,
    trust: [await readFile(join(folder, 'c.root.pem'), 'utf8')],
  })
  await writeFile(join(folder, 'bank.pem'), bank.rootPem)
  const document = parseDocument(await readFile(config, 'utf8'))
  document.setIn(['baseUrl'], bank.baseUrl)
  document.setIn(['participant'], bank.participant)
  document.setIn(['trust'], ['bank.pem'])
  document.setIn(['parties', 'ports'], ports)
  document.setIn(['fixtures'], bank.fixtures)
  document.setIn(['capabilities'], { plainJson: false })
  await writeFile(config, document.toString())
})
afterAll(async () => {
  await bank.close()
  await rm(folder, { recursive: true })
})

/** The configuration with one place changed, in a file of its own. */
async function changed(path: readonly string[], value: unknown): Promise<string> {
  const document = parseDocument(await readFile(config, 'utf8'))
  document.setIn(path, value)
  const file = join(folder, 'changed.yaml')
  await writeFile(file, document.toString())
  return file
}

/** Another one for each: synthetic, with check digits that are right. */
let made = 0
function numberFor(form: string): string {
  const make =
    form === '"9 digits"' ? organisation : form.includes('0') ? leadingZero : form.includes('4') ? dNumber : person
  for (;;) {
    made += 1
    const number = make(made)
    if (number.length === (form === '"9 digits"' ? 9 : 11)) return `"${number}"`
  }
}
const organisation = (n: number) => completed(`31${String(n).padStart(6, '0')}`, weights.organisation) ?? 'none'
const born = (day: string) => (n: number) => completedPerson(`${day}8180${String(n).padStart(3, '0')}`) ?? 'none'
const [person, leadingZero, dNumber] = [born('11'), born('01'), born('41')]

describe('samsvar init', () => {
  it('writes a configuration that can be read, with every fixture as a comment and a schema for editors', async () => {
    const out = join(folder, 'fresh.yaml')
    const { code, text } = await init('--out', out)
    expect(code, text).toBe(0)
    const written = await readFile(out, 'utf8')
    expect(readConfig(written)).toMatchObject({ ok: true, value: { keystore: 'fresh.keystore.json', fixtures: {} } })
    for (const name of [...debtorNames, 'C2']) expect(written).toMatch(new RegExp(`# ${name}: \\{ .* \\}\\n`))
    const schema = written.match(/\$schema=(\S+)/)?.[1] ?? ''
    const file = schema.startsWith('file:') ? new URL(schema) : resolve(dirname(out), schema)
    expect(JSON.parse(await readFile(file, 'utf8')).$id).toBe('urn:samsvar:config:1')
    for (const step of ['https://localhost:8610/', '/locator', 'fresh.root.pem', 'samsvar doctor'])
      expect(text).toContain(step)
  })

  it('has examples that are right once they are filled in', async () => {
    const written = await readFile(join(folder, 'fresh.yaml'), 'utf8')
    const examples = [...written.matchAll(/^ {2}# (([PA]\d+|C2): \{.*\})$/gm)].map(([, line]) => `  ${line}`)
    const filled = examples
      .join('\n')
      .replaceAll('"9 or 11 digits"', '"910336819"')
      .replaceAll('"9 digits"', '"974761076"')
      .replaceAll('legalMandate: ""', 'legalMandate: "x"')
      .replaceAll('yyyy-MM-dd', '2026-01-31')
    const read = readConfig(written.replace('fixtures:\n', `fixtures:\n${filled}\n`), new Date('2026-11-20T12:00:00Z'))
    const problems = read.ok ? [] : read.problems.map(({ path }) => path)
    expect(problems.filter((path) => !/closed|kjennelsesdato/.test(path))).toEqual([])
  })

  it('has examples for Konkursvarsel that are right once they are filled in', async () => {
    const written = await readFile(join(folder, 'fresh.yaml'), 'utf8')
    const examples = [...written.matchAll(/^ {2}# (K\d+: \{.*\})$/gm)].map(([, line = '']) => `  ${line}`)
    expect(examples).toHaveLength(konkursFixtures.length)
    const blocks = [...written.matchAll(/^# ((?:konkursvarsel|hooks):\n(?:# .*\n)+)/gm)].map(([, block = '']) => block)
    let account = 0
    const filled = examples
      .join('\n')
      .replaceAll(/"9 digits"|"11 digits.*?"/g, (form) => numberFor(form))
      .replaceAll('accountIdentifier: ""', () => `accountIdentifier: "${++account}"`)
      .replaceAll('name: ""', 'name: "Kari Prøve"')
    const whole = `${written.replace('fixtures:\n', `fixtures:\n${filled}\n`)}${blocks.join('').replaceAll(/^# /gm, '').replaceAll('"9 digits"', '"974761076"')}`
    const read = readConfig(whole, new Date('2026-11-20T12:00:00Z'))
    expect(read.ok ? [] : read.problems).toEqual([])
    expect(blocks).toHaveLength(2)
  })

  it('keeps secrets to the owner, and a keystore that is there as it is', async () => {
    const keystore = join(folder, 'c.keystore.json')
    expect((await stat(keystore)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'c.client-key.pem'))).mode & 0o777).toBe(0o600)
    const before = await readFile(keystore, 'utf8')
    const { code, text } = await init('--out', join(folder, 'again.yaml'), '--keystore', keystore)
    expect(code, text).toBe(0)
    expect(text).toContain('was there, and is reused')
    expect(await readFile(keystore, 'utf8')).toBe(before)
  })

  it('does not write over a configuration, nor into an output folder', async () => {
    expect(await init('--out', config)).toMatchObject({ code: 3, text: expect.stringContaining('--force') })
    await writeFile(join(folder, 'report.json'), '{}')
    const refused = await init('--out', join(folder, 'other.yaml'))
    expect(refused).toMatchObject({ code: 3, text: expect.stringContaining('output folder') })
    await rm(join(folder, 'report.json'))
  })

  it('without a terminal names every option that is missing or wrong', async () => {
    const { code, text } = await here(['init', '--out', join(folder, 'x.yaml'), '--organisation-number', '314703104'])
    expect(code).toBe(64)
    expect(text).toContain('--organisation-number takes 9 digits')
    expect(text).toContain('give --name, --base-url')
  })

  it('asks on a terminal, explains, and asks again what cannot be taken', async () => {
    const input = Readable.from(['\n', 'Asked bank\n', '123\n', '314703103\n', '\n', '\n'])
    const out = join(folder, 'asked.yaml')
    const { code, text } = await here(['init', '--out', out], { input })
    expect(code, text).toBe(0)
    expect(text).toContain('It takes 9 digits')
    expect(text).toContain('Base URL of the account interface [https://localhost:8443/v2]')
    expect(parse(await readFile(out, 'utf8'))).toMatchObject({
      participant: { name: 'Asked bank' },
      baseUrl: 'https://localhost:8443/v2',
    })
  })
})

describe('samsvar doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { code, text } = await here(['doctor', '--config', config])
    expect(code, text).toBe(0)
    for (const line of ['host name', 'TLS of the bank', 'clock of the bank', 'path of baseUrl', 'port of maskinporten'])
      expect(text).toMatch(new RegExp(`^ok +${line}`, 'm'))
    expect(text).toMatch(/^ok +bank reaches Maskinporten/m)
    expect(text).toMatch(/^ok +bank reaches CertPub: it fetched the certificate/m)
  })

  it('tells a bank that trusts another root, and does not reach ours', async () => {
    const stranger = await startForeignBank({
      seed: 1,
      day: today(new Date()),
      issuer: `https://localhost:${await freePort()}/`,
      locatorUrl: `https://localhost:${await freePort()}/locator`,
      trust: [bank.rootPem],
    })
    await writeFile(join(folder, 'bank.pem'), stranger.rootPem)
    const { code, text } = await here(['doctor', '--config', await changed(['baseUrl'], stranger.baseUrl)])
    await stranger.close()
    await writeFile(join(folder, 'bank.pem'), bank.rootPem)
    expect(code, text).toBe(3)
    expect(text).toMatch(/PROBLEM +bank reaches Maskinporten: .*not reachable, or cached/)
  })

  it('tells an audience that the bank does not expect', async () => {
    const elsewhere = `${new URL(bank.baseUrl).origin}/elsewhere/v2`
    const { code, text } = await here(['doctor', '--config', await changed(['baseUrl'], elsewhere)])
    expect(code, text).toBe(0)
    expect(text).toMatch(/warning +bank reaches Maskinporten: .*refused with 403; is "baseUrl", which is the audience/)
  })

  it('tells a root that is not trusted, a taken port, and everything else beside it', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    await changed(['trust'], [])
    const file = join(folder, 'changed.yaml')
    const document = parseDocument(await readFile(file, 'utf8'))
    document.setIn(['parties', 'ports', 'certpub'], port)
    for (const party of ['altinn-broker', 'akeldo', 'megler'])
      document.setIn(['parties', 'ports', party], await freePort())
    document.set('dsve', { without: ['S28', 'S30'] })
    await writeFile(file, document.toString())
    const { code, text } = await here(['doctor', '--config', file])
    await new Promise((done) => server.close(done))
    expect(code, text).toBe(3)
    expect(text).toContain(`port of certpub: 127.0.0.1:${port} is taken`)
    expect(text).toMatch(/PROBLEM +TLS of the bank: has a certificate that is not trusted .*add the root/)
    expect(text).toMatch(
      /ok +cases of DSVE: 25 of 27 .* not S28, S30 .*: DSVE-192, DSVE-196, DSVE-198 cannot be judged/,
    )
    expect(text).toMatch(/ok +name in the certificate of the bank/)
    expect(text).toMatch(/cannot tell +lawful call/)
  })

  it('tells an unreadable keystore with the way to mend it', async () => {
    const keystore = join(folder, 'c.keystore.json')
    await chmod(keystore, 0o644)
    const { code, text } = await here(['doctor', '--config', config])
    await chmod(keystore, 0o600)
    expect(code).toBe(3)
    expect(text).toContain(`chmod 600 ${keystore}`)
  })
})
