import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { Agent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Keystore } from '../../contracts/config/config.ts'
import { clientIds } from '../../mocks/registration.ts'
import { type Running, samsvar, stop } from '../testing/processes.ts'

/** 100,000 requests to `samsvar mocks` in a process of its own, whose memory is read from the system meanwhile. */

const total = 100_000
const warmUp = 10_000
const atOnce = 16
/** MiB, from the second quarter to the last. A leak of 210 bytes a request would be more than this. */
const mostGrowth = 10

let folder: string
let mocks: Running
let agent: Agent
let keystore: Required<Pick<Keystore, 'parties'>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-flat-'))
  // Garbage that waits to be collected varies by a hundred MiB, more than any leak that we look for: so it gets little room.
  const env = { NODE_OPTIONS: '--max-semi-space-size=4' }
  mocks = samsvar(['mocks', '--port', '0', '--keystore', 'm.keystore.json'], { cwd: folder, env })
  await mocks.prints(/ready/)
  keystore = JSON.parse(await readFile(join(folder, 'm.keystore.json'), 'utf8'))
  agent = new Agent({ connect: { ca: keystore.parties.root.certificate } })
})
afterAll(async () => {
  await agent.close()
  await stop(mocks)
  await rm(folder, { recursive: true })
})

const urlOf = (what: string) => new RegExp(`^${what} +(https\\S+)`, 'm').exec(mocks.text())?.[1] ?? ''

async function call(url: string, options: Parameters<typeof request>[1] = {}): Promise<number> {
  const { statusCode, body } = await request(url, { dispatcher: agent, ...options })
  await body.dump()
  return statusCode
}

async function grant(issuer: string): Promise<string> {
  const { privateKey, certificate } = keystore.parties.consumer
  const iat = Math.floor(Date.now() / 1000)
  const claims = { iss: clientIds.consumer, aud: issuer, iat, exp: iat + 100, jti: randomUUID() }
  const assertion = await new SignJWT({ ...claims, scope: 'bits:kontoinformasjon' })
    .setProtectedHeader({ alg: 'RS256', x5c: [new X509Certificate(certificate).raw.toString('base64')] })
    .sign(createPrivateKey(privateKey))
  return new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString()
}

const agency = 'iso6523-actorid-upis::0192:974760673'
const account = 'bdx-procid-dsop::urn:fdc:bits.no:2018:dsop:account:1.0'

/** In turn; each with the status that it must have. */
function kinds(): readonly (readonly [number, () => Promise<number>])[] {
  const issuer = urlOf('Maskinporten')
  const locator = urlOf('CertPub')
  const publisher = locator.replace(/locator$/, 'publisher')
  const catalogue = urlOf('Endpoint catalogue')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return [
    [200, async () => call(`${issuer}token`, { method: 'POST', headers, body: await grant(issuer) })],
    [200, () => call(`${issuer}jwk`)],
    [200, () => call(`${locator}/lookup/v2/${agency}`)],
    [200, () => call(`${publisher}/api/v1/${agency}/${account}`)],
    [200, () => call(`${catalogue}/Kontrollinformasjon?envelope=false`)],
    // A connection of its own each time.
    [200, () => call(`${catalogue}/Kontrollinformasjon`, { reset: true })],
    [400, () => call(`${issuer}token`, { method: 'POST', headers, body: 'grant_type=x' })],
    [404, () => call(`${publisher}/${'long/'.repeat(1000)}`)],
  ]
}

/** MiB. */
async function residentMemory(): Promise<number> {
  const status = await readFile(`/proc/${mocks.child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

const mean = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length
const rounded = (figure: number) => Math.round(figure * 10) / 10

describe.skipIf(process.platform !== 'linux')('samsvar mocks', () => {
  it('needs no more memory at the end of 100,000 requests than after the first quarter', async () => {
    const all = kinds()
    const samples: number[] = []
    const unexpected: string[] = []
    let asked = 0
    const begun = performance.now()
    const worker = async () => {
      while (asked < total) {
        const number = asked
        asked += 1
        const [expected, ask] = all[number % all.length] ?? [0, async () => 0]
        const status = await ask()
        if (status !== expected) unexpected.push(`${number}: ${status}`)
        if (number >= warmUp && number % 500 === 0) samples.push(await residentMemory())
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    const seconds = Math.round((performance.now() - begun) / 1000)
    const quarter = samples.length / 4
    const quarters = [0, 1, 2, 3].map((index) => samples.slice(index * quarter, (index + 1) * quarter))
    // The lowest is nearest to what cannot be freed. In the first quarter parties are still warming up: logs fill, and the
    // heap grows once to the size that it then keeps.
    const lowest = quarters.map((each) => Math.min(...each))
    const growth = (lowest[3] ?? 0) - (lowest[1] ?? 0)
    const figures = [
      `MiB by quarter: lowest ${lowest.map(rounded).join(', ')}`,
      `mean ${quarters.map(mean).map(rounded).join(', ')}`,
      `growth ${rounded(growth)}, highest of all ${rounded(Math.max(...samples))}`,
    ].join('; ')
    process.stdout.write(`${total} requests in ${seconds} s; ${samples.length} samples; ${figures}\n`)
    expect(unexpected).toEqual([])
    expect(growth).toBeLessThan(mostGrowth)
    // Every exchange was shown, one line each.
    expect(mocks.text().match(/^\d\d:\d\d:\d\d {2}\w+ +(?:GET|POST) /gm)).toHaveLength(total)
  }, 1_800_000)
})
