import { today } from '../../contracts/calendar.ts'
import { inProcess } from '../../contracts/control/in-process.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import type { Target } from '../kit/target.ts'
import { registerTarget, sampleIdentifiers } from './register-config.ts'
import { chosenRegisterFaults } from './register-faults.ts'
import { openRegisterRoom } from './register-room.ts'

export interface ReferenceRegisterOptions {
  /** Ids; an unknown one throws and names the nearest. */
  readonly faults: readonly string[]
  /** Parties that already stand; they are then not closed with the target. */
  readonly parties?: Parties
}

/** Bits, who operates the real one; public. */
const operator = { name: 'the built-in register', organisationNumber: '916960190' }

/** The built-in register: conformant, or wrong in the way that a fault says. It lives today: its clock is the real one. */
export async function referenceRegister({ faults, parties: given }: ReferenceRegisterOptions): Promise<Target> {
  const parties = given ?? (await startParties({ only: ['maskinporten'] }))
  const closeParties = () => (given === undefined ? parties.close() : Promise.resolve())
  try {
    const room = await openRegisterRoom(parties as Parties, chosenRegisterFaults(faults))
    const baseUrl = room.kfr.baseUrl('1.1.2')
    return {
      kind: 'reference',
      faults,
      participant: operator,
      baseUrl,
      trust: [parties.authority.rootPem],
      keys: [],
      fixtures: {},
      production: null,
      external: [],
      servicers: [],
      capabilities: {},
      hooks: room.hooks,
      ...registerTarget(room.profile, room.evidence),
      day: today(new Date()),
      deadlineMs: 30_000,
      control: inProcess(parties.control({ audience: () => baseUrl, forget: async () => false })),
      config: { baseUrl, lookUps: Object.keys(room.profile.lookUps) },
      known: { identifiers: sampleIdentifiers(room.profile), secrets: room.secrets },
      close: async () => {
        await room.close()
        await closeParties()
      },
    }
  } catch (error) {
    await closeParties()
    throw error
  }
}
