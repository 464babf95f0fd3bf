import { messages } from '../../contracts/dsve/messages.ts'
import { meglerhuset } from '../clients.ts'
import type { Registered } from './actors.ts'

/** Who is registered for restgjeld and innfrielsessaldo: the banks for both flows, and the megler who asks (dsve.md 1.4). */
export function dsveActors(
  banks: readonly { readonly organisationNumber: string; readonly name: string }[],
): readonly Registered[] {
  const types = (kind: 'request' | 'reply') =>
    Object.values(messages).flatMap((message) => (message.kind === kind ? [message.messageType] : []))
  return [
    ...banks.map(({ organisationNumber, name }) => ({
      organisationNumber,
      name,
      roles: ['Bank'] as const,
      receives: types('request'),
      sends: types('reply'),
    })),
    { ...meglerhuset, roles: ['Megler'], receives: types('reply'), sends: types('request') },
  ]
}
