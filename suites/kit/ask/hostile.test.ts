import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Exchange } from '../../../contracts/report/evidence.ts'
import { hostileKinds } from '../../../mocks/hostile/kinds.ts'
import { everyRequest, type Hostile, type HostileOptions, startHostile } from '../../../mocks/hostile/start.ts'
import { identity, root } from '../testing/servers.ts'
import { importKeys, readContent } from './content.ts'
import { createHolding } from './holding.ts'
import { smallAnswer } from './limits.ts'
import { openTransport, type Transport } from './transport.ts'

/** Every hostile bank that there is, met once, and what is told of it. */

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = importKeys([pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()])
const sealTo = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()

const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function hostile(kind: string, more: Partial<HostileOptions> = {}): Promise<Hostile> {
  const bank = await startHostile({ kind, identity, sealTo, appliesTo: everyRequest, ...more })
  open.push(bank)
  return bank
}

function transportWith(deadlineMs: number): Transport {
  const transport = openTransport({ trust: [root], deadlineMs, interrupt: new AbortController().signal })
  open.push(transport)
  return transport
}

/** As a run asks and records. */
async function ask({ baseUrl }: Hostile, transport: Transport): Promise<Exchange['outcome']> {
  const answer = await transport.send({ url: `${baseUrl}/accounts`, method: 'GET', headers: { CorrelationID: 'a' } })
  if (answer.kind === 'silent') return answer
  const held = await createHolding().hold(answer.body, (text) => readContent(text, keys))
  return { ...answer, ...held }
}

const silent = (why: string, detail: string) => ({ kind: 'silent', why, detail: expect.stringContaining(detail) })
const answered = (content: object, more: object = {}) => ({ kind: 'answered', status: 200, content, ...more })
const text = { form: 'text' }
const listed = { form: 'json', value: { accounts: [expect.anything()] } }
const refused = (error: string) => ({ form: 'jwe', opened: { error: expect.stringMatching(error) } })

/** Those that never end are given half a second; the others far more than they need. */
const patient = 20_000
const outcomes: Readonly<Record<string, readonly [outcome: object, deadlineMs?: number]>> = {
  'hostile-never-answers': [silent('timeout', 'no whole answer within 500 ms'), 500],
  'hostile-byte-per-second': [silent('timeout', 'within 500 ms (it began with status 200)'), 500],
  'hostile-header-byte-per-second': [silent('timeout', 'within 500 ms'), 500],
  'hostile-continue-flood': [silent('protocol', 'nobody asked for (100 Continue)')],
  'hostile-hint-flood': [silent('protocol', 'more than 100 interim (1xx) answers')],
  'hostile-upgrade': [silent('protocol', 'change of protocol')],
  'hostile-early-hints-and-trailers': [answered(listed)],
  'hostile-rate-limit-without-end': [{ kind: 'answered', status: 429 }],
  'hostile-closes-in-headers': [silent('reset', 'closed')],
  'hostile-closes-in-body': [silent('reset', '(it began with status 200)')],
  'hostile-length-too-long': [silent('reset', '(it began with status 200)')],
  'hostile-length-too-short': [answered(text)],
  'hostile-broken-chunk': [silent('protocol', 'chunk size')],
  'hostile-http-1-0': [answered(listed)],
  'hostile-two-answers': [answered(listed)],
  'hostile-no-http': [silent('protocol', 'does not match the HTTP/1.1 protocol')],
  'hostile-gigabyte': [silent('too-large', 'more than 64 MiB')],
  'hostile-junk-below-the-cap': [
    answered({ form: 'text', unread: 'too-large' }, { body: { bytes: 60 * 2 ** 20, cut: true } }),
  ],
  'hostile-gzip-bomb': [answered(text, { headers: { 'content-encoding': 'gzip' }, body: { utf8: false } })],
  'hostile-header-of-a-megabyte': [silent('protocol', 'headers of more than 65536 bytes')],
  'hostile-20000-headers': [silent('protocol', 'headers of more than 65536 bytes')],
  'hostile-invalid-utf8': [answered({ form: 'json' }, { body: { utf8: false } })],
  'hostile-deep-json': [answered({ form: 'text', unread: 'too-deep' })],
  'hostile-duplicate-keys': [answered({ form: 'json', duplicateKeys: ['/accounts/0/status', '/accounts'] })],
  'hostile-huge-numbers': [answered({ form: 'json' })],
  'hostile-odd-members': [answered({ form: 'json' })],
  'hostile-thousands-of-accounts': [answered({ form: 'json' })],
  'hostile-long-texts': [answered({ form: 'json' }, { body: { cut: true } })],
  'hostile-many-values': [answered({ form: 'text', unread: 'too-large' })],
  'hostile-few-too-many-values': [answered({ form: 'text', unread: 'too-many-values' })],
  'hostile-jwe-huge-p2c': [answered(refused('alg'))],
  'hostile-jwe-unknown-alg': [answered(refused('alg'))],
  'hostile-jwe-unknown-enc': [answered(refused('enc'))],
  'hostile-jwe-zip-bomb': [answered(refused('exceeded the configured limit'))],
  'hostile-jwe-header-is-no-json': [answered(text)],
  'hostile-jwe-deep-json': [answered({ form: 'jwe', opened: { unread: 'too-deep' } })],
  'hostile-redirect-elsewhere': [{ kind: 'answered', status: 307 }],
  'hostile-redirect-in-circles': [{ kind: 'answered', status: 302 }],
  'hostile-refresh-elsewhere': [answered(listed)],
  'hostile-changing-certificate': [answered(listed)],
}

describe('a bank that is hostile', () => {
  it.each(hostileKinds.map(({ id }) => id))('by %s is recorded as what it is', async (id) => {
    const [outcome, deadlineMs = patient] = outcomes[id] ?? [{ none: `${id} has no row in this test` }]
    const bank = await hostile(id)
    expect(await ask(bank, transportWith(deadlineMs))).toMatchObject(outcome)
    expect(bank.ledAstray()).toBe(0)
  })

  it('with a certificate that changes is not believed under the other one', async () => {
    const bank = await hostile('hostile-changing-certificate')
    const transport = transportWith(patient)
    expect(await ask(bank, transport)).toMatchObject({ kind: 'answered' })
    expect(await ask(bank, transport)).toMatchObject(silent('tls', 'certificate'))
  })

  it.each(['hostile-junk-below-the-cap', 'hostile-many-values'])(
    'by %s is left once more has come than is worth reading',
    async (id) => {
      const bank = await hostile(id)
      const room = { holdUpTo: smallAnswer, readUpTo: smallAnswer }
      const wire = { url: `${bank.baseUrl}/accounts`, method: 'GET', headers: {} }
      const answer = await transportWith(patient).send(wire, { room })
      expect(answer).toMatchObject({ kind: 'answered', status: 200, body: { cut: true, left: true } })
      expect(answer.kind === 'answered' && answer.body.bytes).toBeLessThan(4 * smallAnswer)
    },
  )

  it('with two answers to one question gives none of them to the next', async () => {
    const bank = await hostile('hostile-two-answers')
    const transport = transportWith(patient)
    expect(await ask(bank, transport)).toMatchObject(answered(listed))
    expect(await ask(bank, transport)).toMatchObject(answered(listed))
  })
})
