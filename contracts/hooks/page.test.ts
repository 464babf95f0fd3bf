import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hookNames } from './protocol.ts'

/** What a bank is told of its hooks. */
const page = readFileSync(new URL('../../docs/hooks.md', import.meta.url), 'utf8')

it('has a chapter for every hook, and for no other', () => {
  const chapters = [...page.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name)
  expect(chapters.toSorted()).toEqual(hookNames.toSorted())
})

it('has examples that are JSON', () => {
  const blocks = [...page.matchAll(/```json\n([^`]+)```/g)].map(([, block = '']) => block)
  expect(blocks.length).toBeGreaterThan(6)
  for (const block of blocks) expect(JSON.parse(block)).toBeTypeOf('object')
})
