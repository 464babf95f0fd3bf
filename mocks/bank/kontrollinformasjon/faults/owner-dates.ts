import { addDays } from '../../world/days.ts'
import { defineFault } from '../fault.ts'
import { inDays, isClosed, listing, listingFaults, type Mistake, ofParty, withOwner } from './listed-members.ts'

/** KI-ACC-027 to -029: from when until when an account was owned. */

const noFullDate = ['KI-ACC-027', 'KI-ACC-001', 'KI-FMT-006']

const mistakes: Readonly<Record<string, Mistake>> = {
  'writes-owner-start-as-number': {
    story: 'The date of ownership goes out as the core system keeps it: milliseconds since 1970.',
    violates: noFullDate,
    change: (shown, account, world) =>
      withOwner({ startDate: Date.parse(String(shown.primaryOwner?.startDate)) })(shown, account, world),
  },
  'writes-the-end-of-ownership-as-date-time': {
    story: 'An account is closed at a moment, and the serialiser writes all of it.',
    violates: noFullDate,
    change: (shown, account, world) => withOwner({ endDate: `${account.closed}T12:00:00` })(shown, account, world),
    concerns: isClosed,
  },
  'writes-a-start-that-no-calendar-has': {
    story: 'Interest is reckoned with months of thirty days, and so are the dates.',
    violates: noFullDate,
    change: withOwner({ startDate: '2019-02-30' }),
  },
  'lists-ownership-that-ends-before-it-begins': {
    story: 'An account that moved to another system is opened there on the day on which it is closed here.',
    violates: ['KI-ACC-027'],
    change: (shown, account, world) => {
      const startDate = account.closed ?? world.day
      return withOwner({ startDate, endDate: addDays(startDate, -1) })(shown, account, world)
    },
    concerns: ofParty('A1'),
  },
  'lists-open-accounts-until-the-end-of-time': {
    story: 'The core system has no empty dates, so what has no end ends with the calendar.',
    violates: ['KI-ACC-028'],
    change: withOwner({ endDate: '9999-12-31' }),
    concerns: ofParty('A5'),
  },
  'ends-ownership-with-the-bankruptcy': {
    story: 'The account passes to the estate, and somebody took that for the end of the ownership.',
    violates: ['KI-ACC-028'],
    change: (shown, account, world) => withOwner({ endDate: inDays(world, -10) })(shown, account, world),
    concerns: ofParty('P1'),
  },
  'lists-an-ownership-of-long-ago': {
    story: 'Of several periods of ownership the first one is taken.',
    violates: ['KI-ACC-029'],
    change: withOwner({ startDate: '2010-01-04', endDate: '2012-06-29' }),
    concerns: ofParty('A3'),
  },
  'lists-an-ownership-that-is-yet-to-begin': {
    story: 'The day on which the agreement is renewed is taken for the one on which it began.',
    violates: ['KI-ACC-029'],
    change: (shown, account, world) => withOwner({ startDate: inDays(world, 20) })(shown, account, world),
    concerns: ofParty('A5'),
  },
}

/** The other accounts of which everybody knows that they are open. */
const ended = (['A6', 'A7', 'A9', 'A11'] as const).map((label) =>
  defineFault({
    id: `ends-the-ownership-of-${label.toLowerCase()}`,
    story: `A note on the account of ${label} is dated, and its date was taken for the end of the ownership.`,
    violates: ['KI-ACC-028'],
    replaces: listing(
      (shown, account, world) => withOwner({ endDate: inDays(world, -3) })(shown, account, world),
      ofParty(label),
    ),
  }),
)

export const ownerDateFaults = [...listingFaults(mistakes), ...ended]
