import type { Account, World } from '../../world/model.ts'
import { defineFault } from '../fault.ts'
import type { Client, Item } from '../model.ts'
import { decide } from '../parts/decide.ts'
import { decode, membersOf } from '../parts/decode.ts'
import { filterKnown } from '../parts/filter-known.ts'
import { isUsable } from '../parts/is-usable.ts'
import { accountsOf, lock } from '../parts/lock.ts'
import { isPerson, readUnits } from '../parts/read-units.ts'
import type { Parts } from '../parts.ts'

/** KV-037 to KV-050: what an opening locks, and what it does not. */

/** Some of what is to be locked is left as it was. */
const lockingOnly =
  (isLocked: (account: Account, index: number, all: readonly Account[]) => boolean): Parts['lock'] =>
  (client, opening) => {
    const left = accountsOf(client, opening).filter((account, index, all) => !isLocked(account, index, all))
    const before = left.map(({ number }) => [number, client.world.books.locks.get(number)] as const)
    const touched = lock(client, opening)
    for (const [number, causes] of before) {
      if (causes?.delete(opening.uuid) !== true) client.world.books.locks.delete(number)
      else if (causes.size === 0) client.world.books.locks.delete(number)
    }
    return touched.filter((account) => !left.includes(account))
  }

/** Locks wait until another list was read. */
function lockingWithTheNextList(): Pick<Parts, 'lock' | 'decode'> {
  const waiting = new WeakMap<World, (() => void)[]>()
  return {
    lock(client, opening) {
      waiting.set(client.world, [...(waiting.get(client.world) ?? []), () => lock(client, opening)])
      return []
    },
    decode(client, bytes) {
      for (const work of waiting.get(client.world) ?? []) work()
      waiting.delete(client.world)
      return decode(client, bytes)
    },
  }
}

/** Openings of some kind mean nothing. */
const blindTo =
  (isBlind: (detail: Readonly<Record<string, unknown>>, item: Item, client: Client) => boolean): Parts['decide'] =>
  (client, item, detail, units) => {
    const notice = decide(client, item, detail, units)
    return notice.effect === 'opens' && isBlind(detail, item, client) ? { ...notice, effect: 'leaves' } : notice
  }

const tied = ({ world }: Client, debtor: string, is: 'ENK' | 'TVAM') =>
  world.ties.filter((tie) => tie.to === debtor && tie.is === is).map(({ of }) => of)

const formOf = (detail: Readonly<Record<string, unknown>>, { settings }: Client, number: string) =>
  (Array.isArray(detail[settings.unitsKey]) ? (detail[settings.unitsKey] as readonly unknown[]) : [])
    .map(membersOf)
    .find((unit) => unit[settings.unitKey] === number)?.organisasjonsform

/** Units of one form are not taken for the debtor's. */
const leavingOut =
  (form: 'ENK' | 'TVAM'): Parts['readUnits'] =>
  (client, item, detail) =>
    readUnits(client, item, detail).filter(
      (number) => formOf(detail, client, number) !== form && !tied(client, item.debtor, form).includes(number),
    )

const isWeekend = (instant: number) => ['Sat', 'Sun'].includes(new Date(instant).toUTCString().slice(0, 3))
const halfADay = 43_200_000

const codes = ['TVDL', 'TVRE', 'TVRR', 'TVST', 'TVBA', 'TVOV'] as const

export const openingFaults = [
  defineFault({
    id: 'reports-and-does-not-lock',
    story: 'A notice makes a case for somebody to look at, and the accounts stay open until then.',
    violates: ['KV-037', 'KV-074'],
    replaces: { lock: () => [] },
  }),
  defineFault({
    id: 'locks-in-a-batch',
    story: 'What is to be locked is put into a file, which is worked off when the next list has come.',
    violates: ['KV-037', 'KV-074'],
    tolerates: ['KV-039'],
    replaces: lockingWithTheNextList(),
  }),
  defineFault({
    id: 'locks-the-main-account-only',
    story: 'The notice is handed to the system that keeps the first account.',
    violates: ['KV-038'],
    replaces: {
      lock: lockingOnly((account, _index, all) => all.find(({ owner }) => owner === account.owner) === account),
    },
  }),
  defineFault({
    id: 'locks-payment-accounts-only',
    story: 'Savings and currencies lie in other systems, which hear of nothing.',
    violates: ['KV-038'],
    replaces: { lock: lockingOnly(({ type }) => type === 'businessAccount' || type === 'salaryAccount') },
  }),
  defineFault({
    id: 'leaves-loans-open',
    story: 'Nobody can pay from a loan, so somebody thought that there is nothing to lock.',
    violates: [],
    tolerates: ['KV-038'],
    replaces: { lock: lockingOnly(({ type }) => type !== 'loanAccount') },
  }),
  defineFault({
    id: 'knows-no-winding-up',
    story: 'Only what is called konkurs is one: T is passed over.',
    violates: ['KV-040'],
    replaces: { decide: blindTo(({ konkursgrunnlag }) => konkursgrunnlag === 'T') },
  }),
  ...codes.map((code) =>
    defineFault({
      id: `does-not-know-${code.toLowerCase()}`,
      story: `The table of codes was typed by hand, and ${code} was forgotten.`,
      violates: ['KV-040'],
      replaces: { decide: blindTo(({ avviklingskode }) => avviklingskode === code) },
    }),
  ),
  defineFault({
    id: 'locks-the-netbank-alone',
    story: 'The owner cannot log in, and somebody else who may pay still can.',
    violates: ['KV-042'],
    replaces: { isUsable: (world, account, by) => by === 'disponent' || isUsable(world, account, by) },
  }),
  defineFault({
    id: 'leaves-cards-working',
    story: 'Cards are kept by another company, which is not told.',
    violates: ['KV-042'],
    replaces: { isUsable: (world, account, by) => by === 'card' || isUsable(world, account, by) },
  }),
  defineFault({
    id: 'locks-what-the-debtor-disposes-of',
    story: 'Every account on which the debtor has a role is found, and locked.',
    violates: ['KV-043'],
    replaces: {
      lock(client, opening) {
        const { locks, accounts } = client.world.books
        for (const { number, others } of accounts)
          if (others.some(({ party }) => party === opening.debtor))
            locks.set(number, (locks.get(number) ?? new Set()).add(opening.uuid))
        return lock(client, opening)
      },
    },
  }),
  defineFault({
    id: 'locks-the-people-behind-a-company',
    story: 'Roles in a company are followed to the people who have them.',
    violates: ['KV-044'],
    replaces: {
      readUnits: (client, item, detail) =>
        isPerson(item.debtor)
          ? readUnits(client, item, detail)
          : client.world.ties.filter(({ is, to }) => is === 'owner' && to === item.debtor).map(({ of }) => of),
    },
  }),
  defineFault({
    id: 'locks-the-person-without-the-enk',
    story: 'A sole proprietorship has a number of its own, so somebody thought that it is somebody else.',
    violates: [],
    tolerates: ['KV-045'],
    replaces: { readUnits: leavingOut('ENK') },
  }),
  defineFault({
    id: 'knows-no-forced-registration',
    story: 'Nobody has ever seen a TVAM, so there is none.',
    violates: [],
    tolerates: ['KV-046'],
    replaces: { readUnits: leavingOut('TVAM') },
  }),
  defineFault({
    id: 'locks-the-estate',
    story: 'Every organisation number in the detail is taken for the debtor’s.',
    violates: ['KV-047'],
    replaces: {
      readUnits(client, item, detail) {
        const estate = membersOf(detail.konkursbo)[client.settings.unitKey]
        return [...readUnits(client, item, detail), ...(typeof estate === 'string' ? [estate] : [])]
      },
    },
  }),
  defineFault({
    id: 'turns-on-a-second-opening',
    story: 'A notice changes the state of the debtor, from open to locked and back.',
    violates: ['KV-048'],
    replaces: {
      decide(client, item, detail, units) {
        const notice = decide(client, item, detail, units)
        const isSecond = client.world.books.standing.has(item.debtor)
        return notice.effect === 'opens' && isSecond ? { ...notice, effect: 'takes-back' } : notice
      },
    },
  }),
  defineFault({
    id: 'forgets-new-accounts',
    story: 'What was there was locked, and what comes afterwards is nobody’s matter.',
    violates: [],
    tolerates: ['KV-049'],
    replaces: { handleNewAccount: () => undefined },
  }),
  defineFault({
    id: 'keeps-office-hours',
    story: 'Registers work on weekdays, so what is dated otherwise is a mistake.',
    violates: ['KV-050'],
    replaces: {
      // Of today's notices none is passed over, on whatever day somebody tries it, and however far a clock is moved then.
      filterKnown: (client, items) =>
        filterKnown(client, items).filter(
          ({ instant }) =>
            !isWeekend(instant) || instant > client.now() - halfADay || Math.abs(instant - Date.now()) < halfADay,
        ),
    },
  }),
]
