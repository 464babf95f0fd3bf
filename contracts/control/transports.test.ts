import { afterEach, describe, expect, it } from 'vitest'
import { ControlError } from './control-error.ts'
import { connectControl } from './http-client.ts'
import { serveControl } from './http-server.ts'
import { inProcess } from './in-process.ts'
import { type Control, controlCalls } from './protocol.ts'
import { exampleParty, exampleSeen } from './testing/example.ts'

const token = 'control-token-of-this-test'
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
})

const transports = {
  'in process': async (control: Control) => inProcess(control),
  'over HTTP': async (control: Control) => {
    const served = await serveControl(control, { token })
    open.push(served)
    return connectControl({ url: served.url, token, deadlineMs: 10_000 })
  },
}

const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ControlError)
      return error as ControlError
    },
  )

const lawful = [
  ['mint', { recipe: {} }, { token: 'a.b.c' }],
  [
    'mint',
    { recipe: { header: { kid: null }, claims: { aud: '{audience}/x', æ: ['å', 1.5, null] } } },
    { token: 'a.b.c' },
  ],
  ['mint', { recipe: { issued: -300, expires: -60.5, signature: 'none' } }, { token: 'a.b.c' }],
  ['stimulate', { stimulus: { party: 'certpub', does: 'unknown-participant' } }, {}],
  ['stimulate', { stimulus: { party: 'maskinporten', does: 'outage' } }, {}],
  ['calm', {}, {}],
  ['observed', { after: 0 }, { cursor: 1, seen: exampleSeen }],
  ['forget', {}, { done: false }],
] as const satisfies [keyof Control, object, object][]

const wrong = [
  ['mint', undefined, /cannot be written as JSON; give a plain object/],
  ['mint', null, /the whole must be object/],
  ['mint', {}, /the whole lacks recipe: add it/],
  ['mint', { recipe: { claim: {} } }, /\/recipe has no member claim: perhaps claims/],
  [
    'mint',
    { recipe: { signature: 'hmac' } },
    /\/recipe\/signature must be one of issuer, unknown-key, unknown-key-jwk/,
  ],
  ['mint', { recipe: { expires: '120' } }, /\/recipe\/expires must be number/],
  ['mint', { recipe: { expires: Number.NaN } }, /\/recipe\/expires must be number/],
  ['mint', { recipe: { header: [] } }, /\/recipe\/header must be object/],
  ['mint', { recipe: { claims: { big: 1n } } }, /cannot be written as JSON/],
  ['stimulate', { stimulus: { party: 'nav', does: 'outage' } }, /\/stimulus must have a party that is one of certpub/],
  ['stimulate', { stimulus: { party: 'maskinporten', does: 'rest' } }, /\/stimulus\/does must be one of outage/],
  ['stimulate', { stimulus: { does: 'outage' } }, /\/stimulus must have a party that is one of/],
  ['calm', { now: true }, /must be empty: leave now out/],
  ['observed', { after: -1 }, /\/after must be >= 0/],
  ['observed', { after: 1.5 }, /\/after must be integer/],
] as const satisfies [keyof Control, unknown, RegExp][]

// Calls that the types forbid.
const ask = (control: Control, call: keyof Control, request: unknown) =>
  (control[call] as (request: unknown) => Promise<unknown>)(request)

describe.each(Object.entries(transports))('control %s', (_, through) => {
  it.each(lawful)('%s %j arrives as it was asked, and so does the answer', async (call, request, answer) => {
    const party = exampleParty()
    expect(await ask(await through(party), call, request)).toEqual(answer)
    expect(party.asked).toEqual([request])
  })

  it.each(wrong)('%s is refused before the party sees it (case %#)', async (call, request, message) => {
    const party = exampleParty()
    const error = await errorOf(ask(await through(party), call, request))
    expect(error).toMatchObject({ kind: 'invalid', message: expect.stringMatching(message) })
    expect(error.message).toContain(`control call ${call}`)
    expect(party.asked).toEqual([])
  })

  it('has exactly the calls of the protocol', async () => {
    expect(Object.keys(await through(exampleParty()))).toEqual([...controlCalls])
  })

  it('hands frozen copies to both sides', async () => {
    const party = exampleParty()
    const request = { recipe: { claims: { scope: 'a', left: undefined } } }
    const answer = await (await through(party)).observed({ after: 0 })
    await (await through(party)).mint(request)
    expect(party.asked[1]).not.toBe(request)
    expect(Object.keys((party.asked[1] as typeof request).recipe.claims)).toEqual(['scope'])
    expect(answer.seen).not.toBe(exampleSeen)
    expect([answer, answer.seen, answer.seen[0], party.asked[1]].every(Object.isFrozen)).toBe(true)
  })

  it('tells the message of a party that fails, and no stack', async () => {
    const rejecting = exampleParty({ calm: () => Promise.reject(new Error('no key yet; publish one')) })
    const throwing = exampleParty({
      calm: () => {
        throw new Error('no key yet; publish one')
      },
    })
    for (const party of [rejecting, throwing]) {
      const { kind, message } = await errorOf((await through(party)).calm({}))
      expect({ kind, message }).toEqual({
        kind: 'failed',
        message: 'control call calm failed at the party: no key yet; publish one',
      })
    }
  })

  it('does not pass on an answer of the wrong shape, and does not repeat it', async () => {
    const party = exampleParty({ mint: () => Promise.resolve({ token: 'a.b.c', secret: 'abc' }) })
    const error = await errorOf((await through(party)).mint({ recipe: {} }))
    expect(error.kind).toBe('failed')
    expect(error.message).toMatch(/answer of the party: the whole has no member secret/)
    expect(error.message).not.toMatch(/abc|a\.b\.c/)
    const silent = exampleParty({ forget: () => Promise.resolve(undefined as never) })
    expect((await errorOf((await through(silent)).forget({}))).message).toMatch(/the whole must be object/)
  })

  it('refuses a request over 1 MiB', async () => {
    const party = exampleParty()
    const error = await errorOf((await through(party)).mint({ recipe: { claims: { a: 'x'.repeat(2 ** 20) } } }))
    expect(error.kind).toBe('too-large')
    expect(party.asked).toEqual([])
  })

  it('serves calls side by side', async () => {
    const control = await through(exampleParty())
    const answers = await Promise.all([3, 1, 2].map((after) => control.observed({ after })))
    expect(answers.map(({ cursor }) => cursor)).toEqual([4, 2, 3])
  })
})
