import { describe, expect, it } from 'vitest'
import { answerWith, exchangeWith, json, silentAnswer } from '../testing/exchange.ts'
import { along, forEach, given, inconclusive, isFinding, type Outcome } from './judgement.ts'
import { readAt } from './read.ts'

const weightOf = (outcome: Outcome) => isFinding(outcome) && outcome.weight

describe('an answer', () => {
  it('is found with the status that was recorded, and the exchange it stands on', () => {
    expect(answerWith({ status: 500, id: 'x9' }).answers(200)).toEqual([
      { what: 'should answer 200', weight: 'breach', expected: 200, actual: 500, at: 'status', exchange: 'x9' },
    ])
  })

  it('that never came is a breach for whoever needed it', () => {
    expect(silentAnswer().refuses({ status: 400 })).toMatchObject([{ weight: 'breach', actual: 'no answer: timeout' }])
  })

  it('that was too large to read is inconclusive', () => {
    expect(silentAnswer('too-large').answers(200)).toMatchObject([{ reason: 'answer-too-large' }])
  })

  it('refuses with the right status and the wrong code', () => {
    const answer = answerWith({ status: 400, content: json({ code: 'ACC-100' }) })
    expect(answer.refuses({ status: 400, code: 'ACC-001' }).map(weightOf)).toEqual(['note', 'breach'])
  })

  it('may refuse with a tolerated status, whose own code it then carries', () => {
    const refusal = { status: 401, code: 'ACC-010', tolerated: [{ status: 403, code: 'ACC-011' }] }
    const weights = (code: string) =>
      answerWith({ status: 403, content: json({ code }) })
        .refuses(refusal)
        .map(weightOf)
    expect(weights('ACC-011')).toEqual(['note', 'note'])
    expect(weights('ACC-010')).toEqual(['note', 'breach'])
  })
})

describe('given', () => {
  const good = answerWith({ status: 200 }).answers(200)
  const bad = answerWith({ status: 500 }).answers(200)

  it('judges where the ground holds', () => expect(given(good, () => bad)).toBe(bad))
  it('is inconclusive where it does not, and never judges', () => {
    const judged = given(bad, () => {
      throw new Error('must not be asked')
    })
    expect(judged).toMatchObject([{ unjudged: 'inconclusive', reason: 'need-not-met' }])
  })
  it('is inconclusive without any ground', () =>
    expect(given([], () => good)).toMatchObject([{ reason: 'need-not-met' }]))
  it('keeps the reason of what could not be judged', () =>
    expect(given(inconclusive('fixture-missing', 'no P4'), () => good)).toMatchObject([{ reason: 'fixture-missing' }]))
})

describe('along', () => {
  const [way, good, bad] = [
    answerWith({ status: 200, id: 'x1' }).answers(200),
    ...[200, 500].map((status) => answerWith({ status }).answers(200)),
  ]

  it('tells the way to what is not as it should be, and to nothing else', () => {
    expect(along(way ?? [], () => bad ?? []).map(weightOf)).toEqual(['note', 'breach'])
    expect(along(way ?? [], () => good ?? [])).toBe(good)
  })
  it('judges nothing where the way does not hold', () =>
    expect(along(bad ?? [], () => bad ?? [])).toMatchObject([{ reason: 'need-not-met' }]))
})

describe('forEach', () => {
  it('over nothing is inconclusive', () =>
    expect(forEach([], () => [])).toMatchObject([{ reason: 'nothing-to-iterate' }]))
  it('names each by its label, also the one that could not be asked', () => {
    const row = [
      { label: 'accounts', asked: answerWith({}) },
      { label: 'details', missing: inconclusive('need-not-met', 'no reference') },
    ]
    expect(forEach(row, (answer) => answer.answers(200))).toMatchObject([
      { what: 'accounts: should answer 200' },
      { message: 'details: no reference' },
    ])
  })
})

describe('reading from an exchange', () => {
  const exchange = exchangeWith({ headers: { allow: 'GET' }, content: json({ 'a/b': [{ '~': 7 }], none: null }) })
  it.each([
    ['status', 200],
    ['header:allow', 'GET'],
    ['header:date', null],
    ['content', 'plain JSON'],
    ['/a~1b/0/~0', 7],
    ['/a~1b/1', null],
    ['/none', null],
    ['/constructor', null],
  ])('at %s gives %j', (at, value) => expect(readAt(exchange, at)).toEqual(value))
})
