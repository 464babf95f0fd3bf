import { describe, expect, it } from 'vitest'
import { readContent } from '../ask/content.ts'
import { answeredIn, times, windowOf } from '../testing/window.ts'
import { compared, keptOf } from './compare.ts'
import { isFailed } from './judge/latency.ts'
import { unreadable } from './scenario.ts'
import type { Shot } from './schedule.ts'
import { mostHeld } from './window.ts'

const differs = (content: { readonly form: string }) => (content.form === 'json' ? null : unreadable)
const question = (bytes: number) => () => ({ request: {} as never, bytes, differs })
const body = (n: number, text: string) => ({ n, body: Buffer.from(text) })
const read = (text: string) => readContent(text, [])

describe('what is answered quickly', () => {
  it.each([
    ['a page of a gateway', '<html>'],
    ['half a JSON', '{"a":'],
  ])('with %s has failed, whatever its status says', async (_what, text) => {
    const { samples } = windowOf(times(2, 5))
    const seen = await compared({ samples, kept: [body(0, text), body(1, '{}')], questionOf: question(9), read })
    expect(seen.samples.map(isFailed)).toEqual([true, false])
    expect(seen.samples[0]).toMatchObject({ status: 200, error: 'protocol', wrong: unreadable })
  })

  it('with nothing at all has failed, and nobody has to have kept it', async () => {
    const { samples } = windowOf([answeredIn(5, { bytes: 0 }), answeredIn(5)])
    const seen = await compared({ samples, kept: [], questionOf: question(9), read })
    expect(seen.samples.map(isFailed)).toEqual([true, false])
  })

  it('with nothing is good where nothing is answered in calm', async () => {
    const { samples } = windowOf([answeredIn(5, { status: 204, bytes: 0 })])
    expect((await compared({ samples, kept: [], questionOf: question(0), read })).samples.map(isFailed)).toEqual([
      false,
    ])
  })
})

describe('what is kept', () => {
  it.each([60 * 1024, 1024 * 1024])(
    'reaches to the end of the window, however large the answers are (%i bytes)',
    (bytes) => {
      const shots: readonly Shot[] = Array.from({ length: 12_000 }, (_, n) => ({ kind: 'a', planned: n, question: 0 }))
      const isKept = keptOf(shots, () => bytes)
      const kept = shots.map((_, n) => n).filter(isKept)
      expect(kept.length * bytes).toBeLessThan(mostHeld / 2)
      expect(kept.at(-1)).toBeGreaterThan(11_000)
    },
  )
})
