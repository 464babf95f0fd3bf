import type { Account, Notice, Transaction, World } from '../bank/world/model.ts'
import { daysBetween } from './days.ts'
import { told } from './differences.ts'
import type { Period } from './rules.ts'

/** What Fjordbanken's books say of the world: who owns what, and what of it can still be delivered. */

/** Null without an opening that stands: it was deleted or overturned, or the estate is closed (catalogue 6.3, Q31, Q32). */
export function kjennelsesdatoOf({ notices, books }: World, id: string): string | null {
  const standing: Notice[] = []
  const received = notices.filter(({ debtor }) => debtor === id)
  for (const notice of received.toSorted((one, other) => one.registered.localeCompare(other.registered))) {
    if (notice.type === 'aapning') standing.push(notice)
    else standing.pop()
  }
  const entered = standing.at(-1)
  const polled = books.standing.get(id)
  const isPolledLater = polled !== undefined && (entered === undefined || entered.registered < polled.registered)
  return (isPolledLater ? polled : entered)?.kjennelsesdato ?? null
}

/** Of somebody whose address is protected, in either grade, nothing is told here (catalogue 3, Shielding). */
export const isShielded = ({ parties }: World, id: string): boolean =>
  parties.find((party) => party.id === id)?.shielding != null

/** All that the debtor owned at some time in the period; the newest account number first. */
export const ownedIn = (world: World, owner: string, { from, to }: Period): readonly Account[] =>
  isShielded(world, owner)
    ? []
    : world.accounts
        .filter((account) => account.owner === owner && account.owned.from <= to)
        .filter(({ owned }) => owned.to === null || owned.to >= from)
        .toSorted((one, other) => other.number.localeCompare(one.number))

/** An account that changed hands has one reference in the world for each owner. */
export const accountKnownAs = (world: World, reference: string): Account | undefined =>
  world.accounts.find((account) => account.reference === reference)

/** Long closed accounts lie in an archive that only people reach (catalogue 3, "deleted" and "partial"). */
export const isDeleted = ({ closed }: Account, today: string): boolean =>
  closed !== null && daysBetween(closed, today) > told.deletedAfterDays.here

/** Loans are kept by another company, which delivers nothing of them here (Q43). */
export const isWithheld = ({ type }: Account): boolean => type === 'loanAccount'

/** Newest first; both days of the period count, and nothing that lies outside the time of this owner (KI-PRV-010). */
export const transactionsIn = (
  { transactions, manualBefore, owned }: Account,
  { from, to }: Period,
): readonly Transaction[] =>
  transactions
    .filter(({ day }) => from <= day && day <= to && day >= (manualBefore ?? from))
    .filter(({ day }) => owned.to === null || day <= owned.to)
    .toReversed()

/** Whether some of it can be had by hand only (KI-RSP-007). */
export const isCurtailed = ({ manualBefore }: Account, { from }: Period): boolean =>
  manualBefore !== null && from < manualBefore
