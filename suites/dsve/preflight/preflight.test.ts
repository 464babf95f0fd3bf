import { describe, expect, it } from 'vitest'
import type { Act } from '../../../contracts/altinn-broker/acts.ts'
import type { IsoDate } from '../../../contracts/calendar.ts'
import { referenceTarget } from '../../targets/reference.ts'
import { answersMegler } from './preflight.ts'
import { brokerReached } from './reached.ts'

const organisationNumber = '314703103'
const act = (changes: Partial<Act>): Act => ({
  at: '2026-11-20T12:00:00.000Z',
  operation: 'search',
  party: `0192:${organisationNumber}`,
  vendor: `0192:${organisationNumber}`,
  client: 'bank',
  fileTransferId: null,
  status: 200,
  ...changes,
})

describe('what Altinn Broker has seen', () => {
  it.each([
    ['nothing', [], false, 'unknown', /address of Altinn Broker/],
    ['nothing although it was told to look', [], true, 'problem', /address of Altinn Broker/],
    ['a search', [act({})], true, 'ok', /1 calls/],
    ['a token that nobody believes', [act({ party: null, status: 401 })], true, 'problem', /issuer of Maskinporten/],
    [
      'a webhook that takes no call',
      [act({ operation: 'subscribe', status: 201 })],
      false,
      'problem',
      /does not answer/,
    ],
    [
      'a webhook that refuses its validation',
      [act({ operation: 'subscribe', status: 201 }), act({ operation: 'event', status: 404 })],
      false,
      'problem',
      /answers 404 to the validation call/,
    ],
    [
      'a webhook',
      [act({ operation: 'subscribe', status: 201 }), act({ operation: 'event', status: 200 })],
      false,
      'ok',
      /1 calls/,
    ],
    ['another organisation', [act({ party: '0192:310000011' })], true, 'problem', /system user/],
    ['no scope', [act({ status: 403 })], true, 'problem', /altinn:broker\.read/],
    ['trouble', [act({ status: 500 })], true, 'warning', /last status 500/],
  ] as const)('%s', (_what, acts, hasLooked, state, words) => {
    const found = brokerReached(acts, { organisationNumber, hasLooked })
    expect(found.state).toBe(state)
    expect(`${found.said} ${found.remedy}`).toMatch(words)
  })
})

it('a bank that does not come in its time has no subscription at this broker', () => {
  const found = brokerReached([], { organisationNumber, hasLooked: false, seconds: 60 })
  expect([found.state, found.said, found.remedy]).toEqual([
    'problem',
    'no call has come in 60 seconds',
    expect.stringMatching(/subscribes at the broker of each run/),
  ])
})

it('the reference bank looks when it is told to, and is seen', async () => {
  const target = await referenceTarget({ seed: 1, day: '2026-11-20' as IsoDate, faults: [], areas: ['dsve'] })
  try {
    const found = await answersMegler(target, () => {})
    expect(found.map(({ what, state }) => [what, state])).toEqual([
      ['hook poll', 'ok'],
      ['bank reaches Altinn Broker', 'ok'],
    ])
  } finally {
    await target.close()
  }
})
