import { describe, expect, it } from 'vitest'
import type { Control } from '../../../contracts/control/protocol.ts'
import { createTokens } from './tokens.ts'

const bank = 'https://bank/v2'
const part = (letter: string) => letter.repeat(20)

function minting() {
  const recipes: unknown[] = []
  const control = {
    mint: async ({ recipe }: { recipe: unknown }) => {
      recipes.push(recipe)
      return { token: [part('h'), part(String(recipes.length)), part('s')].join('.') }
    },
  } as unknown as Control
  return { recipes, control }
}

describe('tokens', () => {
  it('serve many questions, and are given up long before they expire', async () => {
    let now = 0
    const { recipes, control } = minting()
    const tokens = createTokens(control, { now: () => now })
    const first = await tokens.by({}, bank)
    now = 59_999
    expect(await tokens.by({}, bank)).toBe(first)
    now = 60_000
    expect(await tokens.by({}, bank)).not.toBe(first)
    expect(recipes).toHaveLength(2)
  })

  it('are for the base URL that was configured, unless the recipe says otherwise', async () => {
    const { recipes, control } = minting()
    const tokens = createTokens(control)
    await tokens.by({}, bank)
    await tokens.by({ claims: { aud: null } }, bank)
    expect(recipes).toEqual([{ claims: { aud: 'https://bank/v2' } }, { claims: { aud: null } }])
  })

  it('of different recipes are different', async () => {
    const { control } = minting()
    const tokens = createTokens(control)
    expect(await tokens.by({}, bank)).not.toBe(await tokens.by({ expires: -1 }, bank))
    expect(tokens.all()).toHaveLength(2)
  })

  it('are stripped from what is recorded, whole and in parts', async () => {
    const { control } = minting()
    const tokens = createTokens(control)
    const token = await tokens.by({}, bank)
    const [, payload = ''] = token.split('.')
    expect(tokens.strip(`you sent ${token}, and ${payload}`)).toBe('you sent {token}, and {token}')
    expect(tokens.strip('nothing of it')).toBe('nothing of it')
  })
})
