import { describe, expect, it } from 'vitest'
import { type CadenceOptions, type Clock, keepCadence } from './cadence.ts'

/** A clock that jumps from one thing to the next. */
function virtualClock() {
  let time = 0
  const waiting: { time: number; callback: () => void }[] = []
  const clock: Clock = {
    now: () => time,
    at: (moment, callback) => {
      waiting.push({ time: moment, callback })
    },
  }
  return {
    clock,
    /** Something that takes long and lets nothing else happen. */
    block: (ms: number) => {
      time += ms
    },
    run: () => {
      for (;;) {
        const next = waiting.toSorted((a, b) => a.time - b.time)[0]
        if (next === undefined) return
        waiting.splice(waiting.indexOf(next), 1)
        time = Math.max(time, next.time)
        next.callback()
      }
    },
  }
}

interface Played {
  readonly sent: ReadonlyMap<number, number>
  readonly unsent: readonly number[]
  readonly end: { readonly whole: boolean; readonly mostConcurrent: number } | null
}

function play(
  count: number,
  answerAfter: (n: number) => number,
  changes: Partial<CadenceOptions> & { readonly blockAt?: (n: number) => number; readonly stopAfter?: number } = {},
): Played {
  const { clock, run, block } = virtualClock()
  const sent = new Map<number, number>()
  const unsent: number[] = []
  let end: Played['end'] = null
  keepCadence({
    planned: Array.from({ length: count }, (_, n) => n * 100),
    cap: 1000,
    clock,
    start: 0,
    fire: (n, at, done) => {
      sent.set(n, at)
      block(changes.blockAt?.(n) ?? 0)
      clock.at(clock.now() + answerAfter(n), done)
    },
    unsent: (n) => unsent.push(n),
    stopped: () => sent.size >= (changes.stopAfter ?? Number.POSITIVE_INFINITY),
    end: (outcome) => {
      end = outcome
    },
    ...changes,
  })
  run()
  return { sent, unsent, end }
}

describe('the cadence', () => {
  it('is kept whatever the answers do', () => {
    const { sent, end } = play(600, (n) => (n >= 100 && n < 150 ? (150 - n) * 100 : 10))
    expect([...sent]).toEqual(Array.from({ length: 600 }, (_, n) => [n, n * 100]))
    expect(end).toMatchObject({ whole: true, mostConcurrent: expect.toSatisfy((most: number) => most >= 49) })
  })

  it('waits for the last answer before it ends', () => {
    const { end } = play(3, () => 60_000)
    expect(end).toEqual({ whole: true, mostConcurrent: 3 })
  })

  it('says what it could not send, and sends nothing above its cap', () => {
    const { sent, unsent, end } = play(10, () => 1_000_000, { cap: 4 })
    expect([...sent.keys()]).toEqual([0, 1, 2, 3])
    expect(unsent).toEqual([4, 5, 6, 7, 8, 9])
    expect(end).toEqual({ whole: true, mostConcurrent: 4 })
  })

  it('is late, and shows it, when its own loop is held up', () => {
    const { sent } = play(5, () => 10, { blockAt: (n) => (n === 1 ? 250 : 0) })
    expect([...sent.values()]).toEqual([0, 100, 350, 350, 400])
  })

  it('ends at once when it is stopped, and is not whole then', () => {
    const { sent, end } = play(100, () => 10, { stopAfter: 7 })
    expect(sent.size).toBe(7)
    expect(end).toMatchObject({ whole: false })
  })

  it('of nothing ends', () => expect(play(0, () => 1).end).toEqual({ whole: true, mostConcurrent: 0 }))
})
