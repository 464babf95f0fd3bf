import { describe, expect, it } from 'vitest'
import type { Because, Settings, Task } from './model.ts'
import { afterAnswer } from './parts/after-answer.ts'
import { decide } from './parts/decide.ts'
import { form } from './parts/form.ts'
import { isHeld } from './parts/is-held.ts'
import { nextTask } from './parts/next-task.ts'
import { pace } from './parts/pace.ts'
import { readOwn } from './parts/read-own.ts'
import { split } from './parts/split.ts'

/** What the reference bank decides as reporter, without a register. */

const account = { is: 'account', since: '2020-01-01' } as Because['before'][number]
const loan = { is: 'loan', since: '2021-01-01' } as Because['before'][number]
const task = (customer: string, changes: Partial<Task> = {}): Task => ({
  act: 'add',
  customer,
  because: { before: [], after: [account] },
  correlationId: 'c',
  attempts: 1,
  notBefore: 0,
  ...changes,
})
const answered = (status: number) => ({ status, code: null, body: Buffer.alloc(0) })
const free = () => false

describe('what is reported', () => {
  it.each([
    [[], [account], 'add'],
    [[account], [], 'end'],
    [[account, loan], [loan], null],
    [[account], [account, loan], null],
    [[], [], null],
  ] as const)('of %j and then %j is %s', (before, after, act) => expect(decide({ before, after })).toBe(act))
})

describe('the next report', () => {
  it('is the oldest, and of one customer never the later one first', () => {
    const waits = task('a', { notBefore: 10 })
    const end = task('a', { act: 'end' })
    const other = task('b')
    expect(nextTask([waits, end, other], 5, free)).toBe(other)
    expect(nextTask([waits, end, other], 10, free)).toBe(waits)
  })

  it('is no end while a file is taken in, and a fifth longer', () => {
    const loading = { from: 0, entries: 250 }
    const held = (now: number, act: Task['act'] = 'end') =>
      isHeld(task('a', { act }), loading, { ingestPerSecond: 250 } as Settings, now)
    expect([held(0), held(1199), held(1200), held(0, 'add')]).toEqual([true, true, false, false])
  })

  it('waits when ten were answered in the last second', () => {
    const ten = Array.from({ length: 10 }, (_, index) => index * 10)
    expect([pace(ten.slice(1), 100), pace(ten, 100), pace(ten, 1000)]).toEqual([0, 900, 0])
  })
})

describe('after an answer', () => {
  it.each([
    ['add', 201, 1, 'done'],
    ['add', 200, 1, 'done'],
    ['end', 204, 1, 'done'],
    ['end', 404, 1, 'alarm'],
    ['add', 400, 1, 'alarm'],
    ['add', 403, 1, 'alarm'],
    ['add', 401, 1, 'again'],
    ['add', 401, 2, 'alarm'],
    ['add', 503, 9, 'again'],
  ] as const)('%s %i, the attempt %i, comes %s', (act, status, attempts, does) =>
    expect(afterAnswer(task('a', { act, attempts }), answered(status))).toMatchObject({ does }),
  )

  it('none at all is tried again', () => expect(afterAnswer(task('a'), { silent: 'reset' })).toEqual({ does: 'again' }))
})

describe('a file', () => {
  it('is split before it is too large', () => {
    const all = Array.from({ length: 500_000 }, () => ({ customer: '310000018', since: account.since }))
    expect(split(all).map(({ length }) => length)).toEqual([434_782, 65_218])
  })

  it('has one boundary, bare, and ends with it', () => {
    const { contentType, body } = form('310000018#2020-01-01', '123')
    expect(contentType).toBe('multipart/form-data; boundary=123')
    expect(body.startsWith('--123\r\n')).toBe(true)
    expect(body.endsWith('\r\n310000018#2020-01-01\r\n--123--\r\n')).toBe(true)
  })
})

it('reads of its own look-up what it knows, and passes over the rest', () => {
  const read = (value: object) => readOwn(Buffer.from(JSON.stringify(value)))
  expect([read({ banks: [] }), read({ banks: [{}], more: 1 })]).toEqual([false, true])
})
