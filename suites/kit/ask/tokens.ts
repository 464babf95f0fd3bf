import type { Control, TokenRecipe } from '../../../contracts/control/protocol.ts'

/** Access tokens by recipe. One serves many questions, as Maskinporten means it (catalogue 5.1, `jti`). */
export interface Tokens {
  /** For one audience: the participant's base URL as it was configured, whatever the parties think that it is. */
  by(recipe: TokenRecipe, audience: string): Promise<string>
  /** Every token of the run; they are secrets of it. */
  all(): readonly string[]
  /** A text without any of them, nor a part of one: a participant may send back what it was given. */
  strip(text: string): string
}

/** A lawful token lives 120 s. It is given up well before, so that none expires on the way. */
const freshForMs = 60_000

/** Header, payload and signature; what is shorter than this gives nothing away and would strip ordinary words. */
const shortestPart = 16

/** `given`: tokens that nobody mints here, such as that of the participant's hooks. */
export function createTokens(
  control: Control,
  { now = Date.now, given = [] }: { readonly now?: () => number; readonly given?: readonly string[] } = {},
): Tokens {
  const kept = new Map<string, { token: string; until: number }>()
  const minted = new Set<string>(given)
  const parts = new Set<string>()
  return {
    all: () => [...minted],
    strip: (text) => [...minted, ...parts].reduce((stripped, part) => stripped.replaceAll(part, '{token}'), text),
    by: async (recipe, audience) => {
      const key = JSON.stringify([recipe, audience])
      const have = kept.get(key)
      if (have !== undefined && have.until > now()) return have.token
      const { token } = await control.mint({ recipe: { ...recipe, claims: { aud: audience, ...recipe.claims } } })
      minted.add(token)
      for (const part of token.split('.')) if (part.length >= shortestPart) parts.add(part)
      kept.set(key, { token, until: now() + freshForMs })
      return token
    },
  }
}
