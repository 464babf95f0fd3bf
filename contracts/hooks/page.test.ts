import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bankHookNames, registerHookNames } from './protocol.ts'

/** What participants are told of their hooks. */
describe.each([
  ['hooks.md', bankHookNames, 6],
  ['kfr-register.md', registerHookNames, 2],
] as const)('%s', (file, names, examples) => {
  const page = readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8')

  it('has a chapter for every hook, and for no other', () => {
    const chapters = [...page.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name)
    expect(chapters.toSorted()).toEqual(names.toSorted())
  })

  it('has examples that are JSON', () => {
    const blocks = [...page.matchAll(/```json\n([^`]+)```/g)].map(([, block = '']) => block)
    expect(blocks.length).toBeGreaterThan(examples)
    for (const block of blocks) expect(JSON.parse(block)).toBeTypeOf('object')
  })
})
