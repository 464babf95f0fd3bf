import { describe, expect, it } from 'vitest'
import type { Silent } from '../../../contracts/report/evidence.ts'
import { plainRequest } from '../testing/fake-target.ts'
import { calm } from './epochs.ts'
import { createPatience } from './patience.ts'
import type { WireAnswer } from './transport.ts'

const deadlineMs = 30_000
const answered: WireAnswer = { kind: 'answered', status: 200, headers: {}, body: { text: '', bytes: 0 } }
const silent = (why: Silent['why']): WireAnswer => ({ kind: 'silent', why, detail: '' })
const list = plainRequest
const details = { ...plainRequest, path: '/accounts/a1b2' }
const otherDetails = { ...plainRequest, path: '/accounts/c3d4' }

/** A run on a clock that only goes on while something is waited for. */
function begin(waitedMs = 0) {
  let time = 0
  let asked = 0
  const patience = createPatience(deadlineMs, waitedMs, () => time)
  const ask = async (request: typeof list, answer: WireAnswer, tookMs?: number, epoch = calm) => {
    let allowed: number | null = null
    const exchange = `x${++asked}`
    const outcome = await patience.bear({ epoch, request, exchange }, async (allowedMs) => {
      allowed = allowedMs
      time += Math.min(tookMs ?? allowedMs, allowedMs)
      return answer
    })
    return { allowed, outcome }
  }
  return { ask, patience, time: () => time }
}
const givenUp = { outcome: { kind: 'silent', why: 'given-up' }, allowed: null }

describe('patience', () => {
  it('waits for the whole deadline once, and then gives up what has never answered', async () => {
    const { ask, time } = begin()
    expect(await ask(list, silent('timeout'))).toEqual({ allowed: deadlineMs, outcome: silent('timeout') })
    expect(await ask(list, silent('timeout'))).toMatchObject(givenUp)
    expect((await ask(list, silent('timeout'))).outcome).toHaveProperty('detail', expect.stringContaining('(x1)'))
    expect(time()).toBe(deadlineMs)
  })

  it('counts what was waited for before the first question, and keeps three steps for those in a hurry', async () => {
    const { ask, time } = begin(5000)
    expect(await ask(list, silent('timeout'))).toMatchObject({ allowed: 22_000, outcome: { hurried: true } })
    for (const name of ['a', 'b', 'c'])
      expect(await ask(list, silent('timeout'), undefined, { name, stimulus: null })).toMatchObject({ allowed: 1000 })
    expect(5000 + time()).toBe(deadlineMs)
  })

  it('asks other operations, and the same one in another epoch, in a hurry', async () => {
    const { ask } = begin()
    const hurried = { allowed: 1000, outcome: { why: 'timeout', hurried: true } }
    await ask(list, silent('timeout'))
    expect(await ask(details, silent('timeout'))).toMatchObject(hurried)
    expect(await ask(otherDetails, silent('timeout'))).toMatchObject(givenUp)
    expect(await ask(list, silent('timeout'), undefined, { name: 'other', stimulus: null })).toMatchObject(hurried)
  })

  it('gives up an operation that has answered before only after three silences in a row', async () => {
    const { ask } = begin()
    await ask(list, answered, 10)
    await ask(list, silent('timeout'))
    await ask(list, silent('timeout'))
    await ask(list, answered, 10)
    for (let silence = 0; silence < 3; silence++)
      expect(await ask(list, silent('timeout'))).toMatchObject({ allowed: 1000 })
    expect(await ask(list, silent('timeout'))).toMatchObject(givenUp)
  })

  it('hurries nobody more than three times its slowest answer', async () => {
    const { ask } = begin()
    await ask(details, answered, 4100)
    await ask(list, silent('timeout'))
    expect(await ask(details, answered)).toMatchObject({ allowed: 13_000, outcome: answered })
  })

  it('costs nothing where the connection breaks off at once', async () => {
    const { ask } = begin()
    for (let silence = 0; silence < 10; silence++)
      expect(await ask(list, silent('reset'), 5)).toMatchObject({ allowed: deadlineMs })
  })

  it('bears one pause for a rate limit in vain', () => {
    const { patience } = begin()
    expect(patience.bears(deadlineMs)).toBe(true)
    patience.pausedInVain(deadlineMs)
    expect(patience.bears(1000)).toBe(false)
  })
})
