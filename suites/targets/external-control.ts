import { ExternalPartyError } from '../../contracts/control/external-party.ts'
import type { Control, PartyName, TokenRecipe } from '../../contracts/control/protocol.ts'
import type { MaskinportenClient } from './maskinporten-client.ts'

/** The control protocol where some parties are not ours. */

interface Sides {
  /** Whoever is ours. */
  readonly ours: Control
  readonly external: readonly PartyName[]
  /** Gets tokens where Maskinporten is external. */
  readonly client: MaskinportenClient | null
  /** Of a register: tokens by whom they are for and for what; null for a recipe that is no lawful one. */
  readonly clients?: { tokenFor(recipe: TokenRecipe): Promise<string> | null }
  /** Whom tokens are for. */
  readonly baseUrls: readonly string[]
}

export function controlWith({ ours, external, client, clients, baseUrls }: Sides): Control {
  const insistOnOurs = (party: PartyName, what: string) => {
    if (external.includes(party)) throw new ExternalPartyError(party, what)
  }
  return {
    ...ours,
    mint: async ({ recipe }) => {
      if (client === null) return ours.mint({ recipe })
      if (clients !== undefined) {
        const token = clients.tokenFor(recipe)
        if (token === null) throw new ExternalPartyError('maskinporten', 'it makes lawful tokens only')
        return { token: await token }
      }
      const audience = audienceOfLawful(recipe, baseUrls)
      if (audience === null) throw new ExternalPartyError('maskinporten', 'it makes lawful tokens only')
      return { token: await client.tokenFor(audience) }
    },
    stimulate: async ({ stimulus }) => {
      insistOnOurs(stimulus.party, 'it cannot be made to fail')
      return ours.stimulate({ stimulus })
    },
  }
}

/** A recipe that asks for nothing but the token that the bank is to believe; null for every other. */
function audienceOfLawful({ claims, ...others }: TokenRecipe, baseUrls: readonly string[]): string | null {
  const { aud, ...otherClaims } = claims ?? {}
  const isPlain = Object.keys(others).length === 0 && Object.keys(otherClaims).length === 0
  return isPlain && typeof aud === 'string' && baseUrls.includes(aud) ? aud : null
}
