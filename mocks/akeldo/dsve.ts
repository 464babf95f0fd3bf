import { type Flow, flows } from '../../contracts/dsve/declared.ts'
import { companies } from '../../contracts/dsve/fixtures/people.ts'
import { messages } from '../../contracts/dsve/messages.ts'
import type { Registered } from './actors.ts'

/** Banks ask too (bankbytte), and an answer may go to somebody else than who asked. */
const askers = [
  [companies.megler, 'Megler'],
  [companies.annenMegler, 'Megler'],
  [companies.oppgjoer, 'Megler'],
  [companies.annenBank, 'Bank'],
] as const

/** Who is registered for restgjeld and innfrielsessaldo: the banks for the flows that they have, and the megler who asks (dsve.md 1.4). */
export function dsveActors(
  banks: readonly {
    readonly organisationNumber: string
    readonly name: string
    /** Default: both. */
    readonly flows?: readonly Flow[]
  }[],
): readonly Registered[] {
  const types = (kind: 'request' | 'reply', having: readonly Flow[] = flows) =>
    Object.values(messages).flatMap((message) =>
      message.kind === kind && having.includes(message.flow) ? [message.messageType] : [],
    )
  return [
    ...banks.map(({ organisationNumber, name, flows: having }) => ({
      organisationNumber,
      name,
      roles: ['Bank'] as const,
      receives: types('request', having),
      sends: types('reply', having),
    })),
    ...askers.map(([{ id, foretaksnavn }, role]) => ({
      organisationNumber: id,
      name: foretaksnavn,
      roles: [role],
      receives: types('reply'),
      sends: types('request'),
    })),
  ]
}
