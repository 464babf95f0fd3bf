import type { PartyName } from '../contracts/control/protocol.ts'
import type { All, Setting } from './setting.ts'
import { starters } from './starters.ts'

/** Parties that one participant has to itself, on free ports: what happens among them nobody else sees. */
type Room<P extends PartyName> = Pick<All, P> & { close(): Promise<void> }

/** Starts everything or nothing. Whoever is needed stands before whoever needs it. */
export async function openRoom<P extends PartyName>(names: readonly P[], setting: Setting): Promise<Room<P>> {
  const own: Partial<All> = {}
  const room = { ...setting, ports: {}, only: names, started: own }
  const close = async () => {
    await Promise.all(Object.values(own).map((party) => party.close()))
  }
  try {
    for (const name of names) Object.assign(own, { [name]: await starters[name](room) })
  } catch (error) {
    await close()
    throw error
  }
  // Whoever is named stands there now, which the compiler cannot follow.
  return { ...own, close } as Room<P>
}
