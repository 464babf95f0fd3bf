import type { PartyName } from './protocol.ts'

/** Asked of a party that is not ours: it forges no token, is never made to fail, and tells nobody what it saw. */
export class ExternalPartyError extends Error {
  readonly party: PartyName

  constructor(party: PartyName, what: string) {
    super(`${party} is external: ${what}`)
    this.name = 'ExternalPartyError'
    this.party = party
  }
}
