import { describe, expect, it } from 'vitest'
import type { Body } from '../../../contracts/report/evidence.ts'
import { answerWith } from '../testing/exchange.ts'
import { readContent } from './content.ts'
import { createHolding } from './holding.ts'
import {
  largeAnswersOfRun,
  largestAnswer,
  largestRead,
  longestKept,
  longestUnread,
  mostCounted,
  smallAnswer,
} from './limits.ts'

const read = (text: string) => readContent(text, [])
const bodyOf = (text: string): Body => ({ text, bytes: Buffer.byteLength(text) })
const mebibytes = (count: number) => bodyOf(JSON.stringify({ a: 'x'.repeat(count * 2 ** 20) }))

describe('what a run holds of its answers', () => {
  it('is the whole of a small one', async () => {
    const body = bodyOf('{"a":1}')
    expect(await createHolding().hold(body, read)).toEqual({ body, content: { form: 'json', value: { a: 1 } } })
  })

  it('is what was read of a large one, and the beginning of its text', async () => {
    const held = await createHolding().hold(mebibytes(1), read)
    expect(held.content).toHaveProperty('value.a.length', 2 ** 20)
    expect(held.body).toMatchObject({ cut: true, bytes: mebibytes(1).bytes })
    expect(held.body.text).toHaveLength(longestKept)
  })

  it('is little of a large one that is nothing to read', async () => {
    const held = await createHolding().hold(bodyOf('\u0000'.repeat(2 ** 20)), read)
    expect(held).toMatchObject({ body: { cut: true, bytes: 2 ** 20 }, content: { form: 'text' } })
    expect(held.body.text).toHaveLength(longestUnread)
  })

  it('ends when large ones have taken it all, and small ones are read all the same', async () => {
    const holding = createHolding()
    const size = 16
    for (let count = 0; count < largeAnswersOfRun / (size * 2 ** 20); count++) await holding.hold(mebibytes(size), read)
    expect(await holding.hold(mebibytes(1), read)).toMatchObject({ content: { form: 'text', unread: 'enough' } })
    expect(await holding.hold(bodyOf('[1]'), read)).toMatchObject({ content: { value: [1] } })
    expect(holding.room()).toEqual({ holdUpTo: smallAnswer, readUpTo: largestAnswer })
  })

  it('counts large ones to the last until enough was counted, and then leaves what is more than small', async () => {
    const holding = createHolding()
    const junk = { text: '', bytes: 60 * 2 ** 20, cut: true as const }
    for (let counted = 0; counted <= mostCounted; counted += junk.bytes) {
      expect(holding.room()).toEqual({ holdUpTo: largestRead, readUpTo: largestAnswer })
      await holding.hold(junk, read)
    }
    expect(holding.room()).toEqual({ holdUpTo: smallAnswer, readUpTo: smallAnswer })
    expect(await holding.hold(bodyOf('[1]'), read)).toMatchObject({ content: { value: [1] } })
  })

  it('ends soon where a sealed text is inflated in vain', async () => {
    const holding = createHolding()
    const body = bodyOf('x'.repeat(2 * smallAnswer))
    const bomb = { form: 'jwe', compact: true, header: { zip: 'DEF' }, opened: { error: 'too much' } } as const
    for (let count = 0; count < largeAnswersOfRun / largestRead; count++) {
      expect(holding.room().holdUpTo).toBe(largestRead)
      expect((await holding.hold(body, async () => bomb)).body.text).toHaveLength(longestUnread)
    }
    expect(holding.room().holdUpTo).toBe(smallAnswer)
  })

  it('tells of a body that was only counted why', async () => {
    const holding = createHolding()
    const cut = { text: '{', cut: true as const }
    expect((await holding.hold({ ...cut, bytes: largestRead + 1 }, read)).content).toMatchObject({
      unread: 'too-large',
    })
    expect((await holding.hold({ ...cut, bytes: largestRead }, read)).content).toMatchObject({ unread: 'enough' })
  })
})

describe('an answer that was not read', () => {
  const unread = answerWith({ content: { form: 'text', unread: 'too-large' } })

  it('is judged by what was seen of it', () => {
    expect(unread.answers(200)).toMatchObject([{ weight: 'note' }])
    expect(unread.answers(400)).toMatchObject([{ weight: 'breach' }])
  })

  it.each(['content', '/code'])('says nothing at %s', (at) => {
    for (const holds of [true, false])
      expect(unread.finds(holds, { what: 'should be', expected: 1, at })).toMatchObject([
        { unjudged: 'inconclusive', reason: 'answer-too-large' },
      ])
  })

  it('because it nests too deep is not readable', () => {
    const deep = answerWith({ content: { form: 'text', unread: 'too-deep' } })
    expect(deep.readable).toMatchObject([{ weight: 'breach', actual: 'JSON that nests too deep to be read' }])
  })
})
