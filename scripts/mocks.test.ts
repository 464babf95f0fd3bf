import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKeystore } from '../contracts/config/read.ts'
import { type Running, samsvar, stop } from './testing/processes.ts'

let folder: string
const running: Running[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-mocks-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => stop(one, 'SIGKILL')))
  await rm(folder, { recursive: true })
})

async function mocks(...args: readonly string[]): Promise<Running> {
  const process = samsvar(['mocks', '--port', '0', ...args], { cwd: folder })
  running.push(process)
  await process.prints(/ready/)
  return process
}
const commandsOf = (text: string) => [...text.matchAll(/^ {2}(curl .*)$/gm)].map(([, line = '']) => line)
const paste = async (line: string) => (await promisify(execFile)('sh', ['-c', line], { cwd: folder })).stdout
const modeOf = async (name: string) => (await stat(join(folder, name))).mode & 0o777
const fingerprintOf = (text: string) => /SHA-256 (\S+)/.exec(text)?.[1]

describe('samsvar mocks', () => {
  it('prints lines for curl that work as pasted, and shows what they did', async () => {
    const process = await mocks('--keystore', 'm.keystore.json')
    const lines = commandsOf(process.text())
    const answers = new Map<string, string>()
    for (const line of lines) answers.set(line, await paste(line))
    const answerOf = (part: string) => [...answers].find(([line]) => line.includes(part))?.[1] ?? ''
    expect(lines).toHaveLength(13)
    expect(JSON.parse(answerOf('oauth-authorization-server'))).toHaveProperty('jwks_uri')
    expect(JSON.parse(answerOf('/jwk')).keys).toHaveLength(1)
    expect(JSON.parse(answerOf('/lookup/v2/'))).toHaveProperty('difi-bcp-v1')
    expect(answerOf('/publisher/')).toContain('<Certificate ')
    expect(JSON.parse(answerOf('directharvest'))).toMatchObject([{ orgNo: '314703103', env: 'test' }])
    expect(JSON.parse(answerOf('/mint')).token).toMatch(/^eyJ.*\..*\./)
    expect([answerOf('/stimulate'), answerOf('/calm'), answerOf('/forget')]).toEqual(['{}', '{}', '{"done":false}'])
    expect(JSON.parse(answerOf('/observed')).seen).toHaveLength(7)
    expect(answerOf('control/publish')).toBe('{"published":1}')
    await process.prints(/catalogue .* 1 entry listed/)
    expect(process.text()).toMatch(
      /\d\d:\d\d:\d\d {2}certpub +GET +200 .*right participant and right process \(KI-ENC-009\)/,
    )
    expect(process.text()).not.toContain('eyJ')
    expect(process.text()).not.toContain('\u001b')
    expect(await stop(process)).toBe(130)
  })

  it('keeps its keys in the keystore, for its owner alone, and the next start has the same', async () => {
    const first = await mocks('--keystore', 'm.keystore.json')
    expect(first.text()).toContain('made and kept in m.keystore.json')
    expect((await readdir(folder)).sort()).toEqual([
      'm.client-key.pem',
      'm.client.pem',
      'm.keystore.json',
      'm.root.pem',
    ])
    expect([await modeOf('m.keystore.json'), await modeOf('m.client-key.pem')]).toEqual([0o600, 0o600])
    const read = readKeystore(await readFile(join(folder, 'm.keystore.json'), 'utf8'))
    expect(read.ok && read.value.consumerKeys).toHaveLength(2)
    const [jwk] = commandsOf(first.text()).filter((line) => line.includes('/jwk'))
    const keys = await paste(jwk ?? '')
    const clientKey = await readFile(join(folder, 'm.client-key.pem'), 'utf8')
    await stop(first)
    const second = await mocks('--keystore', 'm.keystore.json')
    const [again] = commandsOf(second.text()).filter((line) => line.includes('/jwk'))
    expect([second.text().includes(' kept in m.keystore.json'), await paste(again ?? '')]).toEqual([true, keys])
    expect(fingerprintOf(second.text())).toBe(fingerprintOf(first.text()))
    expect(await readFile(join(folder, 'm.client-key.pem'), 'utf8')).toBe(clientKey)
  })

  it('makes new keys without one, says so, and shows the root that they chain to', async () => {
    const process = await mocks('--quiet')
    expect(process.text()).toContain('of this process only')
    expect(process.text()).toContain('-----BEGIN CERTIFICATE-----')
    expect(await readdir(folder)).toEqual([])
    const lines = commandsOf(process.text())
    expect(await paste(lines[0] ?? '')).toContain('jwks_uri')
    expect(process.text().split('ready')[1]).toBe('; Ctrl-C ends it\n')
  })

  it('starts those that are named, with their faults', async () => {
    const process = await mocks('--party', 'certpub', '--fault', 'certpub-final-slash,certpub-other-interfaces')
    expect(process.text()).toContain('Fault               certpub-final-slash: ')
    expect(process.text()).not.toMatch(/^(Maskinporten|Endpoint catalogue|Production issuer)/m)
    const [lookup] = commandsOf(process.text())
    expect(JSON.parse(await paste(lookup ?? ''))).toMatchObject({ 'difi-bcp-v1': expect.stringMatching(/\/$/) })
    const control = /Control +(\S+)/.exec(process.text())?.[1]
    expect(await paste(`curl -sS ${control}/control/mint -d '{"recipe":{}}'`)).toContain('start it with --party')
  })

  it('shows who fetched which notices from Brreg, and with which certificate', async () => {
    const process = await mocks('--party', 'brreg', '--keystore', 'm.keystore.json')
    const lines = commandsOf(process.text())
    const publish = lines.find((line) => line.includes('/publish')) ?? ''
    const fetch = lines.find((line) => line.includes('/konkursvarsler')) ?? ''
    const order = publish.replace('"nobody"', '"nobody","extra":{"nytt":"felt"}')
    expect(await paste(order)).toBe('{"published":1}')
    expect(JSON.parse(await paste(fetch))).toMatchObject({ _embedded: { konkursvarsler: [{ nytt: 'felt' }] } })
    await process.prints(
      /brreg +GET +200 .* \/konkursvarsler {2}– 1 notice {2}– organisation 314703103, certificate by Samsvar test root until \d{4}-\d\d-\d\d/,
    )
    await expect(paste(fetch.replace(/--cert .*pem /, ''))).rejects.toThrow()
    await process.prints(/brreg +TLS .*no client certificate, and so no connection \(KV-001\)/)
  })

  it('knows the debtors of a configuration, and lets in whom it names', async () => {
    const config = [
      'schema: samsvar.config/1',
      "participant: { name: Testbanken, organisationNumber: '314703103' }",
      'baseUrl: https://bank.example/v2',
      'parties: {}',
      'keystore: c.keystore.json',
      "konkursvarsel: { organisationNumbers: ['974760673'] }",
      "fixtures: { K1: { id: '910375237', accounts: [{ accountIdentifier: '1', product: businessAccount }] } }",
    ]
    await writeFile(join(folder, 'c.yaml'), config.join('\n'))
    const keystore = { schema: 'samsvar.keystore/1', controlToken: 'x', consumerKeys: [] }
    await writeFile(join(folder, 'c.keystore.json'), JSON.stringify(keystore), { mode: 0o600 })
    const process = await mocks('--config', 'c.yaml', '--party', 'brreg')
    const lines = commandsOf(process.text())
    const publish = lines.find((line) => line.includes('/publish')) ?? ''
    expect(await paste(publish.replace('"nobody"', '"K1"'))).toBe('{"published":1}')
    expect(await paste(publish.replace('"nobody"', '"K2"'))).toContain('K2')
    await paste(lines.find((line) => line.includes('/konkursvarsler')) ?? '')
    await process.prints(/403 .*an organisation that is not admitted/)
    expect(process.text()).not.toContain('910375237')
  })

  it('takes a token beyond loopback, and prints it nowhere', async () => {
    const args = ['--host', '0.0.0.0', '--public-host', '127.0.0.1', '--keystore', 'it’s.keystore.json'] as const
    const process = await mocks(...args, '--trust-out', 'root.pem')
    const calm = commandsOf(process.text()).find((line) => line.includes('/calm')) ?? ''
    expect(await paste(calm)).toBe('{}')
    expect(await paste(calm.replace(/ -H "[^"]*"/, ''))).toContain('unauthorised')
    const { controlToken } = JSON.parse(await readFile(join(folder, 'it’s.keystore.json'), 'utf8'))
    expect(process.text()).not.toContain(controlToken)
    await stop(process)
    const other = await mocks(...args.slice(0, 4), '--token-out', 'token')
    expect(await modeOf('token')).toBe(0o600)
    expect(await paste(commandsOf(other.text()).find((line) => line.includes('/calm')) ?? '')).toBe('{}')
  })

  it('tells tokens and the catalogue of the bank that is configured', async () => {
    const config = [
      'schema: samsvar.config/1',
      "participant: { name: Testbanken, organisationNumber: '314703103' }",
      'baseUrl: https://bank.example/v2',
      'parties: { control: "http://127.0.0.1:1" }',
      'keystore: c.keystore.json',
      'fixtures: {}',
    ]
    await writeFile(join(folder, 'c.yaml'), config.join('\n'))
    const keystore = { schema: 'samsvar.keystore/1', controlToken: 'x', consumerKeys: [] }
    await writeFile(join(folder, 'c.keystore.json'), JSON.stringify(keystore), { mode: 0o600 })
    const process = await mocks('--config', 'c.yaml')
    expect(process.text()).toContain('https://bank.example/v2 (Testbanken, 314703103)')
    const mint = commandsOf(process.text()).find((line) => line.includes('/mint')) ?? ''
    const { token } = JSON.parse(await paste(mint))
    expect(JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).aud).toBe('https://bank.example/v2')
    const kept = readKeystore(await readFile(join(folder, 'c.keystore.json'), 'utf8'))
    expect(kept).toMatchObject({ ok: true, value: { controlToken: 'x', parties: { root: {} } } })
  })
})
