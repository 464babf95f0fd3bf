import type { IsoDate } from '../../../contracts/calendar.ts'
import type { NoticeType } from '../../../contracts/kontrollinformasjon/fixture-sheet.ts'
import type { Account, Notice, World } from './model.ts'

/**
 * What a notice does to the openings before it: `sletting` and `oppheving` take the latest away, `avslutning` leaves it,
 * because the bostyrer may have to ask after the estate is closed (Q31, Q32). The bank decides on the last two itself.
 */
const effects: Readonly<Record<NoticeType, (openings: readonly Notice[], notice: Notice) => readonly Notice[]>> = {
  aapning: (openings, notice) => [...openings, notice],
  sletting: (openings) => openings.slice(0, -1),
  oppheving: (openings) => openings.slice(0, -1),
  avslutning: (openings) => openings,
}

/** Those of the world's own notices never change. */
const openings = new WeakMap<World['notices'], Map<string, Notice>>()

/** The latest of the world's own openings that stands, by debtor. */
function openingsOf({ notices }: World): Map<string, Notice> {
  const known = openings.get(notices)
  if (known !== undefined) return known
  const debtors = Map.groupBy(notices, ({ debtor }) => debtor)
  const latest = new Map<string, Notice>()
  for (const [debtor, received] of debtors) {
    const opening = received
      .toSorted((one, other) => (one.registered < other.registered ? -1 : 1))
      .reduce<readonly Notice[]>((before, notice) => effects[notice.type](before, notice), [])
      .at(-1)
    if (opening !== undefined) latest.set(debtor, opening)
  }
  openings.set(notices, latest)
  return latest
}

/** Of the latest opening that stands; null when no notice was received, or when it was taken back. */
export function kjennelsesdatoOf(world: World, id: string): IsoDate | null {
  const early = openingsOf(world).get(id)
  const polled = world.books.standing.get(id)
  if (early === undefined || polled === undefined) return (early ?? polled)?.kjennelsesdato ?? null
  return (early.registered < polled.registered ? polled : early).kjennelsesdato
}

/**
 * Whether nobody can pay from the account because of a bankruptcy, or for another reason. Nothing opens the accounts of
 * the world's own debtors again when the estate is closed (catalogue 6.3).
 */
export const isBlocked = (world: World, { owner, number, frozen }: Account): boolean =>
  frozen || openingsOf(world).has(owner) || world.books.locks.has(number)

export const isShielded = ({ parties }: World, id: string): boolean =>
  parties.some((party) => party.id === id && party.shielding !== null)

export const ownedBy = ({ books }: World, id: string): readonly Account[] => books.ownedBy.get(id) ?? []

/** Both days are included. */
export const isOwnedIn = ({ owned }: Account, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }) =>
  owned.from <= to && (owned.to === null || owned.to >= from)
