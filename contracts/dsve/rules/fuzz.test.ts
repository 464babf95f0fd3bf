import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Injury } from '../damages/damage.ts'
import { caseIds } from '../fixtures/cases.ts'
import { askedOf, replyTo } from '../testing/damaged.ts'
import { problemsOf } from './judge.ts'

/** Damage that nobody thought of: whatever comes, it is judged, and by the same rules each time. */

const edit = fc.record({
  at: fc.nat(),
  length: fc.nat(12),
  by: fc.constantFrom('', '<', '</a>', '1', '-', '"', 'x', '\u0000', '<navn>Ø</navn>'),
})

const edited = (text: string, edits: readonly { at: number; length: number; by: string }[]) =>
  edits.reduce((all, { at, length, by }) => {
    const from = at % (all.length + 1)
    return all.slice(0, from) + by + all.slice(from + length)
  }, text)

/** An element taken away, doubled, or with another text: what stays well-formed. */
const swap = fc.record({ at: fc.nat(), does: fc.constantFrom('gone', 'twice', 'empty', 'other') })

function swapped(text: string, swaps: readonly { at: number; does: string }[]): string {
  return swaps.reduce((all, { at, does }) => {
    const leaves = [...all.matchAll(/<(\w+)[^<>]*>[^<>]*<\/\1>|<\w+[^<>]*\/>/g)]
    const [found = ''] = leaves[at % Math.max(1, leaves.length)] ?? []
    const by = {
      gone: '',
      twice: found + found,
      empty: found.replace(/>[^<]*</, '><'),
      other: found.replace(/>[^<]*</, '>-1e3<'),
    }
    return found === '' ? all : all.replace(found, () => by[does as keyof typeof by])
  }, text)
}

const injury: fc.Arbitrary<Injury> = fc
  .record({
    edits: fc.array(edit, { maxLength: 2 }),
    swaps: fc.array(swap, { maxLength: 6 }),
    properties: fc.dictionary(
      fc.constantFrom('status', 'messageType', 'statusDescription', '__proto__', 'x'),
      fc.string(),
      { maxKeys: 3 },
    ),
  })
  .map(({ edits, swaps, properties }) => ({
    text: (xml) => edited(swapped(xml, swaps), edits),
    transfer: (transfer) => ({ ...transfer, propertyList: { ...transfer.propertyList, ...properties } }),
  }))

it.each(['restgjeldssvar', 'innfrielsessaldosvar'] as const)(
  'a %s damaged in any way is judged, each time alike',
  (reply) => {
    fc.assert(
      fc.property(fc.constantFrom(...caseIds), injury, (id, does) => {
        const asked = askedOf(id, reply)
        const damaged = replyTo(id, reply, asked, does)
        const problems = problemsOf(damaged, asked)
        expect(problemsOf(damaged, asked)).toEqual(problems)
        expect(problems.filter(({ requirement, path }) => requirement === '' || path === '')).toEqual([])
      }),
      { numRuns: 150, seed: 20_261_127 },
    )
  },
)
