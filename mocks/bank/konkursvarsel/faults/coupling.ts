import type { RequestHandler } from 'express'
import { type IsoDate, today } from '../../../../contracts/calendar.ts'
import { accountInList, view } from '../../kontrollinformasjon/answers/account.ts'
import { contextOf, need } from '../../kontrollinformasjon/context.ts'
import { findAccount } from '../../kontrollinformasjon/parts/find-account.ts'
import { limitPeriod } from '../../kontrollinformasjon/parts/limit-period.ts'
import { listAccounts } from '../../kontrollinformasjon/parts/list-accounts.ts'
import { requireNotice } from '../../kontrollinformasjon/parts/require-notice.ts'
import { refusals } from '../../kontrollinformasjon/refusal.ts'
import { addDays, daysBetween } from '../../world/days.ts'
import { defineFault } from '../fault.ts'
import { record } from '../parts/record.ts'

/** KV-037, KV-041 and KV-067 to KV-072: what the account interface makes of notices that came by polling. */

/** Of the opening that came by polling; null where there is none. */
const polled = (context: ReturnType<typeof contextOf>) =>
  context.services.world.books.standing.get(need(context, 'debtor')) ?? null

/** The account interface goes on, with another ruling where the notice came by polling. */
const withRuling =
  (ruling: (standing: { kjennelsesdato: IsoDate; registered: string }, day: IsoDate) => IsoDate): RequestHandler =>
  (request, response, next) =>
    requireNotice()(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error)
      const context = contextOf(response)
      const standing = polled(context)
      if (standing !== null && context.found.kjennelsesdato !== null)
        context.found.kjennelsesdato = ruling(standing, context.services.world.day)
      next()
    })

const isLocked = (number: string, { books }: { readonly books: { readonly locks: ReadonlyMap<string, unknown> } }) =>
  books.locks.has(number)

/** Whoever was refused once is refused for as long as the cache lives. */
const refused = new WeakMap<object, Set<string>>()

export const couplingFaults = [
  defineFault({
    id: 'calls-locked-accounts-deleted',
    story: 'Nobody can use them, so somebody thought that they are gone.',
    violates: ['KV-037'],
    replaces: {},
    inAccounts: {
      listAccounts: listAccounts({
        show: (account, world) =>
          accountInList(account, world, {
            ...view,
            blockedStatus: isLocked(account.number, world) ? 'deleted' : view.blockedStatus,
          }),
      }),
    },
  }),
  defineFault({
    id: 'hides-locked-accounts',
    story: 'A locked account goes to the archive, where the interface does not look.',
    violates: ['KV-041'],
    replaces: {},
    inAccounts: {
      findAccount: findAccount({ isHidden: ({ number }, { services }) => isLocked(number, services.world) }),
    },
  }),
  defineFault({
    id: 'remembers-that-there-was-no-notice',
    story: 'That a party has no notice is kept in a cache, and the notice that comes does not reach it.',
    violates: ['KV-068'],
    replaces: {},
    inAccounts: {
      requireNotice(request, response, next) {
        const context = contextOf(response)
        const { world } = context.services
        const known = refused.get(world) ?? new Set()
        refused.set(world, known)
        const debtor = need(context, 'debtor')
        if (known.has(debtor)) throw refusals.forbidden('There is no open konkursvarsel for the party')
        try {
          requireNotice()(request, response, next)
        } catch (error) {
          known.add(debtor)
          throw error
        }
      },
    },
  }),
  defineFault({
    id: 'knows-no-limit-for-new-notices',
    story: 'The twelve months were built for notices that are entered by hand.',
    violates: ['KV-070', 'KV-069'],
    replaces: {},
    inAccounts: {
      limitPeriod: (request, response, next) => {
        if (polled(contextOf(response)) === null) limitPeriod()(request, response, next)
        else next()
      },
    },
  }),
  defineFault({
    id: 'allows-four-months',
    story: 'The introduction of the service said four months, before it was changed.',
    violates: ['KV-070', 'KV-069'],
    replaces: {},
    inAccounts: { requireNotice: withRuling(({ kjennelsesdato }) => addDays(kjennelsesdato, 243)) },
  }),
  defineFault({
    id: 'counts-from-the-registration',
    story: 'The date of the notice is the date that everybody knows.',
    violates: ['KV-070'],
    replaces: {},
    inAccounts: { requireNotice: withRuling(({ registered }) => today(new Date(registered))) },
  }),
  defineFault({
    id: 'counts-from-today',
    story: 'Twelve months back is what a customer sees too.',
    violates: ['KV-070', 'KV-069'],
    replaces: {},
    inAccounts: { requireNotice: withRuling((_standing, day) => day) },
  }),
  defineFault({
    id: 'serves-after-a-sletting',
    story: 'Whether a notice came is kept, and not whether it was taken back.',
    violates: ['KV-071'],
    replaces: {
      record(client, notice) {
        const { standing } = client.world.books
        const before = standing.get(notice.debtor)
        record(client, notice)
        if (before !== undefined && notice.type === 'sletting') standing.set(notice.debtor, before)
      },
    },
  }),
  defineFault({
    id: 'forgets-notices-after-thirty-days',
    story: 'Notices are personal data, and are deleted with the other messages of the month.',
    violates: ['KV-072'],
    replaces: {},
    inAccounts: {
      requireNotice(request, response, next) {
        const context = contextOf(response)
        const standing = polled(context)
        const isOld = standing !== null && daysBetween(standing.kjennelsesdato, context.services.world.day) > 30
        if (isOld) throw refusals.forbidden('There is no open konkursvarsel for the party')
        requireNotice()(request, response, next)
      },
    },
  }),
]
