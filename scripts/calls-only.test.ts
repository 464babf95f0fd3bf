import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { readConfig } from '../contracts/config/read.ts'
import { startDsve } from '../mocks/bank/dsve/start.ts'
import { brokerClientIds } from '../mocks/clients.ts'
import { freePort } from '../mocks/testing/free-port.ts'
import { here } from './testing/here.ts'

/** A bank that is asked nothing at an account interface, because it only answers megler. */

const organisationNumber = '314703103'
let folder: string
let config: string
let ports: Readonly<Record<'maskinporten' | 'certpub' | 'altinn-broker' | 'akeldo' | 'megler', number>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-calls-only-'))
  config = join(folder, 'c.yaml')
  const words = ['--name', 'Banken', '--organisation-number', organisationNumber, '--base-url', 'none']
  const { code, text } = await here(['init', ...words, '--out', config])
  expect(code, text).toBe(0)
  const [maskinporten, certpub, broker, akeldo, megler] = await Promise.all(Array.from({ length: 5 }, freePort))
  ports = { maskinporten, certpub, 'altinn-broker': broker, akeldo, megler } as typeof ports
})
afterAll(() => rm(folder, { recursive: true }))

const answering = async () => {
  const document = parseDocument(await readFile(config, 'utf8'))
  document.setIn(['parties', 'ports'], ports)
  document.setIn(['dsve'], { answerSeconds: 5 })
  await writeFile(config, document.toString())
}

describe('a bank without an account interface', () => {
  it('is written down without an address, and told so where it is asked there', async () => {
    expect(readConfig(await readFile(config, 'utf8'))).toMatchObject({ ok: true, value: { participant: {} } })
    expect(await readFile(config, 'utf8')).toMatch(/\n# baseUrl: /)
    const { code, text } = await here(['run', '--config', config])
    expect([code, text]).toEqual([
      3,
      expect.stringMatching(/where the account interface of the bank is; add "baseUrl"/),
    ])
  })

  it('is told whom it calls, and as whom, and is seen when it comes', async () => {
    await answering()
    const beside = (name: string) => readFile(join(folder, `c.${name}.pem`), 'utf8')
    const certificatePem = await beside('client')
    const bank = { organisationNumber, name: 'Banken' }
    const privateKeyPem = await beside('client-key')
    const certificateDer = new Uint8Array(new X509Certificate(certificatePem).raw)
    const at = (party: keyof typeof ports, path: string) => `https://localhost:${ports[party]}${path}`
    const broker = at('altinn-broker', '')
    const dsve = await startDsve({
      bank,
      client: { ...bank, clientId: brokerClientIds.bank, certificatePem, certificateDer, privateKeyPem },
      maskinporten: { issuer: at('maskinporten', '/'), tokenUrl: at('maskinporten', '/token') },
      broker: {
        transfersUrl: `${broker}/broker/api/v1/filetransfer`,
        subscriptionsUrl: `${broker}/events/api/v1/subscriptions`,
      },
      akeldo: { actorsUrl: at('akeldo', '/akeldo/aktoer') },
      trust: [await beside('root')],
      everyMs: 200,
      patience: { times: 1, waitMs: 1 },
    })
    try {
      const { code, text } = await here(['doctor', '--config', config])
      expect(code, text).toBe(0)
      expect(text).toMatch(/ok +bank reaches Altinn Broker: it has looked there as 314703103/)
      expect(text).toMatch(new RegExp(`is free; the bank calls ${broker}\n`))
      expect(text).toContain(`${brokerClientIds.bank} at Maskinporten, signs with ${join(folder, 'c.client-key.pem')}`)
      expect(text).not.toMatch(/fixtures:|connection to the bank/)
      const run = await here([
        'run',
        '--config',
        config,
        '--area',
        'dsve',
        '--only',
        'DSVE-001',
        '--out',
        join(folder, 'out'),
      ])
      // The row is one that nobody can observe: that there is a run at all is what is looked at.
      expect(run.text).toMatch(/Banken: inconclusive/)
    } finally {
      await dsve.close()
    }
  })
})
