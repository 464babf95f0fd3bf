import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Exchange } from '../contracts/report/evidence.ts'
import type { RunRecord } from '../contracts/report/report.ts'
import { documents } from './documents.ts'
import { parseEvidence } from './evidence.ts'
import { exchanges } from './golden/exchanges.ts'
import { golden, goldenTitles } from './golden/record.ts'
import { deeds, observations } from './golden/story.ts'
import { organisation, secret, token } from './golden/words.ts'
import { openEvidence, sealEvidence } from './seal.ts'

let publicJwk: JWK
let privateJwk: JWK
let made: ReadonlyMap<string, string>

beforeAll(async () => {
  const pair = await generateKeyPair('RSA-OAEP-256', { extractable: true })
  publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'bank-2026' }
  privateJwk = await exportJWK(pair.privateKey)
  made = await documents(golden, { sealTo: publicJwk, titles: goldenTitles })
})

/** `UPDATE_GOLDEN=1 vitest run reports/documents.test.ts` writes them anew; look at the difference before you keep it. */
function compare(name: string, text: string) {
  const file = new URL(`golden/${name}`, import.meta.url)
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text)
  expect(existsSync(file), `${name} is missing: run with UPDATE_GOLDEN=1`).toBe(true)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe('documents', () => {
  it('come in the order in which they are written, report.json last', () => {
    expect([...made.keys()]).toEqual([
      'report.html',
      'junit.xml',
      'evidence.ndjson',
      'load.ndjson',
      'evidence.sealed',
      'report.json',
    ])
  })

  it.each(['report.html', 'junit.xml', 'evidence.ndjson', 'load.ndjson', 'report.json'])('%s is as before', (name) => {
    compare(name, made.get(name) ?? '')
  })

  it('evidence.sealed is as before, once it is opened', async () => {
    compare('evidence.sealed.ndjson', await openEvidence(made.get('evidence.sealed') ?? '', privateJwk))
  })

  it('are the same when they are made again', async () => {
    const again = await documents(structuredClone(golden), { sealTo: publicJwk, titles: goldenTitles })
    const clear = (all: ReadonlyMap<string, string>) => [...all].filter(([name]) => name !== 'evidence.sealed')
    expect(clear(again)).toEqual(clear(made))
  })

  it('show the seed, also when it looks like an account number', async () => {
    const run = { ...golden.report.run, seed: 86011117947 }
    const record = { ...golden, report: { ...golden.report, run, results: [] }, exchanges: [] }
    const all = await documents(record, { sealTo: publicJwk, titles: goldenTitles })
    expect(JSON.parse(all.get('report.json') ?? '').run.seed).toBe(86011117947)
  })

  it('are withheld when something got through where redaction does not look', async () => {
    const leaky: RunRecord = {
      ...golden,
      report: {
        ...golden.report,
        results: golden.report.results.map((row) => ({ ...row, requirement: organisation })),
      },
    }
    const attempt = documents(leaky, { sealTo: publicJwk, titles: goldenTitles })
    await expect(attempt).rejects.toMatchObject({ name: 'LeakError', code: 'leak' })
    await expect(attempt).rejects.not.toThrow(organisation)
  })
})

describe('sealed evidence', () => {
  it('holds everything that was seen, and no secrets of ours', async () => {
    const opened = await openEvidence(made.get('evidence.sealed') ?? '', privateJwk)
    const evidence = parseEvidence(opened)
    expect(evidence.exchanges).toEqual(exchanges)
    expect(evidence.observations).toEqual(observations)
    expect(evidence.run.identifiers).toEqual(golden.known.identifiers)
    expect(opened).not.toContain('"secrets"')
    expect(JSON.stringify(evidence.run.config)).not.toContain(secret)
  })

  it('gives back every record as it was, whatever was read of its text', async () => {
    const [first] = exchanges
    const opened = (text: string, value: unknown) =>
      ({
        ...first,
        outcome: {
          ...(first?.outcome as Extract<Exchange['outcome'], { kind: 'answered' }>),
          content: { form: 'jwe', compact: true, header: {}, opened: { text, value } },
        },
      }) as Exchange
    const texts = ['{"a":[1,"æ\\ud800",null],"__proto__":{"b":2}}', '"x"', 'null', ' {"a":1.50} ', '{"a":1,"a":2}']
    const whole = [
      ...texts.map((text) => opened(text, JSON.parse(text))),
      opened('{"a":1}', { a: 2 }),
      opened('not JSON', 'something else'),
      ...exchanges,
    ]
    const text = await openEvidence(await sealEvidence({ ...golden, exchanges: whole }, publicJwk), privateJwk)
    expect(parseEvidence(text).exchanges).toEqual(whole)
    expect(text).not.toContain('"opened":{"text":"\\"x\\"","value"')
  })

  it('is small: what stands there twice is sealed once', async () => {
    const many = Array.from({ length: 200 }, () => exchanges[0] as Exchange)
    const text = await sealEvidence({ ...golden, exchanges: many }, publicJwk)
    expect(text.length).toBeLessThan(JSON.stringify(many).length / 20)
  })

  it('names its key and cannot be read without it', async () => {
    const text = made.get('evidence.sealed') ?? ''
    const header = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString())
    expect(header).toEqual({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'application/x-ndjson+gzip', kid: 'bank-2026' })
    await expect(openEvidence(text, publicJwk)).rejects.toThrow('the private key is needed')
  })

  it('is refused after one changed byte', async () => {
    const text = made.get('evidence.sealed') ?? ''
    const changed = text.slice(0, -30) + (text.at(-30) === 'A' ? 'B' : 'A') + text.slice(-29)
    await expect(openEvidence(changed, privateJwk)).rejects.toThrow('cannot be opened')
  })

  it('says what is wrong with a key', async () => {
    await expect(sealEvidence(golden, { kty: 'EC' })).rejects.toThrow('must be an RSA key')
    await expect(sealEvidence(golden, { kty: 'RSA', n: 'AQAB', e: 'AQAB' })).rejects.toThrow('2048 are needed')
  })
})

describe('evidence', () => {
  it('is one object on each line, of a kind', () => {
    const lines = (made.get('evidence.ndjson') ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).kind)
    expect(lines).toEqual([
      'run',
      ...exchanges.map(() => 'exchange'),
      ...observations.map(() => 'observation'),
      ...deeds.map(() => 'deed'),
    ])
  })

  it('in clear text has no list of what was hidden', () => {
    expect(parseEvidence(made.get('evidence.ndjson') ?? '').run.identifiers).toBeUndefined()
  })

  it.each([
    ['', 'line 1'],
    ['{"kind":"exchange"}', 'line 1'],
    ['{"kind":"run"}\n{"kind":', 'line 2: not JSON'],
    ['{"kind":"run"}\n{"kind":"gossip"}', 'line 2: "kind" must be'],
  ])('%j is refused with the line', (text, message) => expect(() => parseEvidence(text)).toThrow(message))
})

it('tokens and secrets are nowhere, not even in part', () => {
  const open = [...made].filter(([name]) => name !== 'evidence.sealed').map(([, text]) => text)
  const parts = [
    ...token.split('.'),
    secret,
    'hunter2',
    'MIIEvQIBADAN',
    'BEGIN PRIVATE KEY',
    'session=abc',
    'Kari Prøve Nordmann',
  ]
  for (const part of parts) for (const text of open) expect(text.includes(part), part).toBe(false)
})
