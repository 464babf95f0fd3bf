import { ExternalPartyError } from './external-party.ts'
import type { Control } from './protocol.ts'

/** Where no party at all is ours. */
export const nobody: Control = {
  mint: async () => {
    throw new ExternalPartyError('maskinporten', 'it makes lawful tokens only')
  },
  stimulate: async ({ stimulus }) => {
    throw new ExternalPartyError(stimulus.party, 'it cannot be made to fail')
  },
  calm: async () => ({}),
  observed: async () => ({ cursor: 0, seen: [] }),
  publish: async () => {
    throw new ExternalPartyError('brreg', 'it publishes nothing for us')
  },
  advance: async () => {
    throw new ExternalPartyError('brreg', 'its clock is its own')
  },
  inquire: async () => {
    throw new ExternalPartyError('megler', 'it sends nothing for us')
  },
  lookUp: async () => {
    throw new ExternalPartyError('kfr', 'nobody asks it for us')
  },
  letters: async () => ({ cursor: 0, letters: [] }),
  acts: async () => ({ cursor: 0, acts: [] }),
  forget: async () => ({ done: false }),
}
