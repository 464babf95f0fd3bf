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

/** The latest opening that stands; null when there is none. */
function openingOf({ notices }: World, id: string): Notice | null {
  const openings = notices
    .filter(({ debtor }) => debtor === id)
    .toSorted((one, other) => (one.registered < other.registered ? -1 : 1))
    .reduce<readonly Notice[]>((before, notice) => effects[notice.type](before, notice), [])
  return openings.at(-1) ?? null
}

/** Of the opening that stands; null when no notice was received, or when it was taken back. */
export const kjennelsesdatoOf = (world: World, id: string): IsoDate | null =>
  openingOf(world, id)?.kjennelsesdato ?? null

/** Whether the accounts are blocked because of a bankruptcy. Nothing opens them again when the estate is closed (catalogue 6.3). */
export const isBlocked = (world: World, id: string): boolean => openingOf(world, id) !== null

export const isShielded = ({ parties }: World, id: string): boolean =>
  parties.some((party) => party.id === id && party.shielding !== null)

export const ownedBy = (world: World, id: string): readonly Account[] =>
  world.accounts.filter(({ owner }) => owner === id)

/** Both days are included. */
export const isOwnedIn = ({ owned }: Account, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }) =>
  owned.from <= to && (owned.to === null || owned.to >= from)
