import { describe, expect, it } from 'vitest'
import type { Control } from '../../../contracts/control/protocol.ts'
import { createTokens } from './tokens.ts'

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
    const tokens = createTokens(control, 'https://bank/v2', () => now)
    const first = await tokens.by({})
    now = 59_999
    expect(await tokens.by({})).toBe(first)
    now = 60_000
    expect(await tokens.by({})).not.toBe(first)
    expect(recipes).toHaveLength(2)
  })

  it('are for the base URL that was configured, unless the recipe says otherwise', async () => {
    const { recipes, control } = minting()
    const tokens = createTokens(control, 'https://bank/v2')
    await tokens.by({})
    await tokens.by({ claims: { aud: null } })
    expect(recipes).toEqual([{ claims: { aud: 'https://bank/v2' } }, { claims: { aud: null } }])
  })

  it('of different recipes are different', async () => {
    const { control } = minting()
    const tokens = createTokens(control, 'https://bank/v2')
    expect(await tokens.by({})).not.toBe(await tokens.by({ expires: -1 }))
    expect(tokens.all()).toHaveLength(2)
  })

  it('are stripped from what is recorded, whole and in parts', async () => {
    const { control } = minting()
    const tokens = createTokens(control, 'https://bank/v2')
    const token = await tokens.by({})
    const [, payload = ''] = token.split('.')
    expect(tokens.strip(`you sent ${token}, and ${payload}`)).toBe('you sent {token}, and {token}')
    expect(tokens.strip('nothing of it')).toBe('nothing of it')
  })
})
