import type { IsoDate } from '../../../contracts/calendar.ts'

/** Konkursvarsler that came by polling, and what stands after all of them. */

/** A notice about a customer, as it is kept. */
export interface Received {
  readonly uuid: string
  readonly debtor: string
  /** As it came; a word that no document knows as well. */
  readonly type: string
  /** `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'`. */
  readonly registered: string
  readonly kjennelsesdato: IsoDate | null
  /** Organisation numbers whose accounts are the debtor's too. */
  readonly units: readonly string[]
  readonly effect: Effect
  /** What was decided, where the notice leaves it to the bank, or where it was not understood; null otherwise. */
  readonly decision: 'reopened' | 'kept' | 'by-hand' | 'noted' | 'not-understood' | null
}

/**
 * `takes-back`: the latest opening is void. `releases`: its accounts are opened, and the bostyrer may still ask (Q31, Q32).
 */
export type Effect = 'opens' | 'takes-back' | 'releases' | 'leaves'

/** An opening that stands, and whether its accounts were opened all the same. */
interface Opening {
  readonly notice: Received
  readonly released: boolean
}

/** What stands after all of them, oldest first: in the order of their registration, whenever they came. */
export function openingsAfter(notices: readonly Received[]): readonly Opening[] {
  let standing: readonly Opening[] = []
  for (const notice of notices.toSorted(byRegistration)) standing = effects[notice.effect](standing, notice)
  return standing
}

const effects: Readonly<Record<Effect, (standing: readonly Opening[], notice: Received) => readonly Opening[]>> = {
  opens: (standing, notice) => [...standing, { notice, released: false }],
  'takes-back': (standing) => standing.slice(0, -1),
  releases: (standing) => {
    const last = standing.findLastIndex(({ released }) => !released)
    return standing.map((opening, index) => (index === last ? { ...opening, released: true } : opening))
  },
  leaves: (standing) => standing,
}

/** Of two that were registered in one millisecond the opening comes first: nothing else can be taken back. */
const byRegistration = (one: Received, other: Received): number =>
  compared(one.registered, other.registered) ||
  Number(one.effect !== 'opens') - Number(other.effect !== 'opens') ||
  compared(one.uuid, other.uuid)

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** What the account interface has to know of the opening that stands; null when none does. */
export function standingOf(notices: readonly Received[]): { kjennelsesdato: IsoDate; registered: string } | null {
  const latest = openingsAfter(notices).at(-1)?.notice
  if (latest === undefined) return null
  // Registered on the day of the ruling or after it: where the ruling is not told, this is the best that is known.
  const kjennelsesdato = latest.kjennelsesdato ?? (latest.registered.slice(0, 10) as IsoDate)
  return { kjennelsesdato, registered: latest.registered }
}
