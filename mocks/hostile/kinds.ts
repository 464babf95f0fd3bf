import { nearest } from '../../contracts/nearest.ts'
import type { HostileKind } from './kind.ts'
import { astrayKinds } from './kinds/astray.ts'
import { framingKinds } from './kinds/framing.ts'
import { paceKinds } from './kinds/pace.ts'
import { sealedKinds } from './kinds/sealed.ts'
import { sizeKinds } from './kinds/size.ts'
import { textKinds } from './kinds/text.ts'

/** Every hostile bank that there is. */
export const hostileKinds: readonly HostileKind[] = [
  ...paceKinds,
  ...framingKinds,
  ...sizeKinds,
  ...textKinds,
  ...sealedKinds,
  ...astrayKinds,
]

export const hostileIds: readonly string[] = hostileKinds.map(({ id }) => id)

export const isHostileId = (id: string): boolean => id.startsWith('hostile-')

/** @throws {Error} that names the nearest known id */
export function hostileKind(id: string): HostileKind {
  const kind = hostileKinds.find((one) => one.id === id)
  if (kind !== undefined) return kind
  const [guess] = nearest(id, hostileIds)
  throw new Error(`"${id}" is no hostile bank${guess === undefined ? '' : `; did you mean "${guess}"?`}`)
}
