import type { Control, TokenRecipe } from '../../../contracts/control/protocol.ts'

/** Access tokens by recipe. One serves many questions, as Maskinporten means it (catalogue 5.1, `jti`). */
export interface Tokens {
  by(recipe: TokenRecipe): Promise<string>
}

/** A lawful token lives 120 s. It is given up well before, so that none expires on the way. */
const freshForMs = 60_000

export function createTokens(control: Control, now: () => number = Date.now): Tokens {
  const kept = new Map<string, { token: string; until: number }>()
  return {
    by: async (recipe) => {
      const key = JSON.stringify(recipe)
      const have = kept.get(key)
      if (have !== undefined && have.until > now()) return have.token
      const { token } = await control.mint({ recipe })
      kept.set(key, { token, until: now() + freshForMs })
      return token
    },
  }
}
