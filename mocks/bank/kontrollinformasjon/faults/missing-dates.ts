import type { Request, RequestHandler } from 'express'
import { addDays, type IsoDate, minusMonths } from '../../../../contracts/calendar.ts'
import { type Context, contextOf, need } from '../context.ts'
import { defineFault } from '../fault.ts'
import { limitPeriod } from '../parts/limit-period.ts'
import { readPeriod } from '../parts/read-period.ts'
import { refusals } from '../refusal.ts'
import { refusing } from './demanding.ts'
import { isPersonal, on } from './where.ts'

/** KI-REQ-017: what becomes of the period when a date is missing. */

const usual = limitPeriod()

/** Behind the limit, which knows nothing of it. */
const widened =
  (isMet: (request: Request, context: Context) => boolean, from: (context: Context) => IsoDate): RequestHandler =>
  (request, response, next) =>
    usual(request, response, (error?: unknown) => {
      const context = contextOf(response)
      if (error === undefined && isMet(request, context))
        context.found.period = { ...need(context, 'period'), from: from(context) }
      next(error)
    })

type DateName = 'fromDate' | 'toDate'

/** Exactly these: each default is a line of its own in the code, and only one of them is wrong. */
const lacks =
  (...names: readonly DateName[]) =>
  ({ query }: Request) =>
    (['fromDate', 'toDate'] as const).every((name) => names.includes(name) === (query[name] === undefined))

const beginning = () => '1900-01-01' as IsoDate
const aYearAgo = ({ services }: Context) => minusMonths(services.world.day, 12)
/** Nobody takes yesterday for another day than today (Q22); a week is the shortest habit of banks. */
const aWeekAgo = ({ services }: Context) => addDays(services.world.day, -7)
const isList = on('accounts')
const isTransactions = on('transactions')

export const missingDateFaults = [
  defineFault({
    id: 'reads-a-missing-from-date-as-the-beginning-on-transactions',
    story: 'Where the question has no first day, the query has none either.',
    violates: ['KI-REQ-017'],
    replaces: {
      limitPeriod: widened((request, context) => isTransactions(context) && lacks('fromDate')(request), beginning),
    },
  }),
  defineFault({
    id: 'reads-a-missing-from-date-as-the-beginning-on-list',
    story: 'Where the question has no first day, every account that the party ever had is listed.',
    violates: ['KI-REQ-017'],
    replaces: {
      limitPeriod: widened((request, context) => isList(context) && lacks('fromDate')(request), beginning),
    },
  }),
  defineFault({
    id: 'reads-a-missing-from-date-as-a-year-ago-for-persons',
    story: 'Persons see a year of their own transactions by default, and the same query is used here.',
    violates: ['KI-REQ-017'],
    replaces: {
      limitPeriod: widened(
        (request, context) => isTransactions(context) && isPersonal(context) && lacks('fromDate')(request),
        aYearAgo,
      ),
    },
  }),
  defineFault({
    id: 'reads-a-missing-from-date-as-a-week-ago-on-transactions',
    story: 'The bank on the web shows the last seven days by default, and it is the same query.',
    violates: ['KI-REQ-017'],
    replaces: {
      limitPeriod: widened((request, context) => isTransactions(context) && lacks('fromDate')(request), aWeekAgo),
    },
  }),
  defineFault({
    id: 'drops-the-period-without-to-date-on-transactions',
    story: 'A period that has no end is no period, and so the query has none.',
    violates: ['KI-REQ-017'],
    replaces: {
      limitPeriod: widened((request, context) => isTransactions(context) && lacks('toDate')(request), beginning),
    },
  }),
  defineFault({
    id: 'drops-the-period-without-to-date-on-list',
    story: 'A period that has no end is no period, and the list is that of all times.',
    violates: ['KI-REQ-017'],
    replaces: {
      limitPeriod: widened((request, context) => isList(context) && lacks('toDate')(request), beginning),
    },
  }),
  defineFault({
    id: 'drops-the-period-without-both-dates',
    story: 'Each date has its default, but somebody thought that a question with neither means everything.',
    violates: ['KI-REQ-017'],
    replaces: {
      limitPeriod: widened(
        (request, context) => isTransactions(context) && lacks('fromDate', 'toDate')(request),
        beginning,
      ),
    },
  }),
  defineFault({
    id: 'breaks-on-details-without-dates',
    story: 'The balance is looked up by a day that nobody gave.',
    violates: ['KI-REQ-017'],
    replaces: {
      readPeriod: refusing(
        (request, context) => on('details')(context) && lacks('fromDate', 'toDate')(request),
        refusals.technical,
        readPeriod(),
      ),
    },
  }),
]
