import type { NoticeOrder } from '../../../../../contracts/konkursvarsel/notice.ts'

/** What the notices say, told by them alone and in the order of their registration, whenever and however they came. */

/** An opening, and the notice that ended it; null while it locks. */
interface Fate {
  readonly opening: NoticeOrder
  readonly endedBy: NoticeOrder | null
}

/** Of one debtor. */
function fatesOf(notices: readonly NoticeOrder[]): readonly Fate[] {
  const fates: { opening: NoticeOrder; endedBy: NoticeOrder | null; isTakenBack: boolean }[] = []
  for (const notice of notices.toSorted(byRegistration)) {
    if (notice.type === 'aapning') fates.push({ opening: notice, endedBy: null, isTakenBack: false })
    const standing = fates.filter(({ isTakenBack }) => !isTakenBack)
    const last = takesBack(notice) ? standing.at(-1) : undefined
    if (last !== undefined) {
      last.isTakenBack = true
      last.endedBy ??= notice
    }
    const locking = releases(notice) ? standing.findLast(({ endedBy }) => endedBy === null) : undefined
    if (locking !== undefined) locking.endedBy = notice
  }
  return fates
}

/** As the reference bank declares: an oppheving reopens, and of the avslutninger that with T. */
const takesBack = ({ type }: NoticeOrder) => type === 'sletting' || type === 'oppheving'
const releases = ({ type, detail }: NoticeOrder) => type === 'avslutning' && detail?.avslutningskode === 'T'

/** Of two in one millisecond the opening comes first; beyond that any order will do, if it is always the same. */
const byRegistration = (one: NoticeOrder, other: NoticeOrder) =>
  compared(one.registreringstidspunkt, other.registreringstidspunkt) ||
  Number(one.type !== 'aapning') - Number(other.type !== 'aapning') ||
  compared(one.uuid, other.uuid)

const compared = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/** `locks`: by whose notices each account of an owner is locked. Each finding names the notice that was not acted on. */
export function differences(
  published: readonly NoticeOrder[],
  locks: (owner: string) => readonly ReadonlySet<string>[],
): readonly string[] {
  return [...Map.groupBy(published, ({ debtor }) => debtor)].flatMap(([debtor, own]) => {
    if (debtor === 'nobody') return []
    const owners = [debtor, ...new Set(own.flatMap(({ linked = [] }) => linked.map(({ fixture }) => fixture)))]
    return owners.flatMap((owner) => locks(owner).flatMap((causes) => differencesOf(owner, causes, fatesOf(own))))
  })
}

function differencesOf(owner: string, causes: ReadonlySet<string>, fates: readonly Fate[]): readonly string[] {
  const known = new Set(fates.map(({ opening }) => opening.uuid))
  return [
    ...fates.flatMap(({ opening: { uuid }, endedBy }) => {
      if (endedBy === null) return causes.has(uuid) ? [] : [`${owner} should be locked by the opening ${uuid}`]
      return causes.has(uuid)
        ? [`${owner} should not be locked by ${uuid}, which the ${endedBy.type} ${endedBy.uuid} ended`]
        : []
    }),
    ...[...causes]
      .filter((uuid) => !known.has(uuid))
      .map((uuid) => `${owner} is locked by ${uuid}, a notice of nobody`),
  ]
}
