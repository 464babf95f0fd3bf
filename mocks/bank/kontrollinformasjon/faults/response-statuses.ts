import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'
import type { Context } from '../context.ts'
import { defineFault } from '../fault.ts'
import { completenessPolicy, stateCompleteness } from '../parts/state-completeness.ts'
import { isPersonal, on } from './where.ts'

/** KI-RSP-002 to KI-RSP-004, KI-RSP-006 and KI-RSP-007: what stands in responseDetails. */

interface Details {
  readonly status?: unknown
  readonly message?: unknown
}

const usual = (context: Context) => completenessPolicy.detailsOf(context) as Details

const saying = (isMet: (context: Context) => boolean, change: (details: Details) => Details) => ({
  stateCompleteness: stateCompleteness({
    detailsOf: (context) => (isMet(context) ? change(usual(context)) : usual(context)),
  }),
})

const schemaOf = { accounts: 'KI-ACC-001', details: 'KI-DET-001', transactions: 'KI-TRX-001' } as const
type Served = keyof typeof schemaOf

interface Mistake {
  readonly on: Served
  readonly story: string
  readonly where?: (context: Context) => boolean
  readonly change: (details: Details) => Details
}

const isComplete = (context: Context) => usual(context).status === 'complete'
const isPartial = (context: Context) => usual(context).status === 'partial'
const isLater = ({ found }: Context) => (found.page ?? 1) > 1
const isEmpty = ({ found }: Context) => (found.body as { accounts?: unknown[] } | undefined)?.accounts?.length === 0
const word = (status: unknown) => (details: Details) => ({ ...details, status })
const text = (message: unknown) => (details: Details) => ({ ...details, message })

const isThere = (operation: OperationName, where: Mistake['where']) => (context: Context) =>
  on(operation)(context) && (where === undefined || where(context))

const statuses: Readonly<Record<string, Mistake>> = {
  'writes-the-status-with-a-capital-on-list': {
    on: 'accounts',
    story: 'The names of the enumeration go out as they stand in the code.',
    change: ({ status, ...rest }) => ({ ...rest, status: status === 'partial' ? 'Partial' : 'Complete' }),
  },
  'writes-the-status-in-capitals-on-details': {
    on: 'details',
    story: 'The enumeration of this language is written in capitals, and nobody mapped it.',
    change: ({ status, ...rest }) => ({ ...rest, status: String(status).toUpperCase() }),
  },
  'calls-later-pages-full': {
    on: 'transactions',
    story: 'The archive has a word of its own for a page that holds all that it should.',
    where: isLater,
    change: word('full'),
  },
  'calls-partial-answers-incomplete': {
    on: 'transactions',
    story: 'Somebody looked for the opposite of complete.',
    where: isPartial,
    change: word('incomplete'),
  },
  'has-no-status-for-persons-on-details': {
    on: 'details',
    story: 'The system of persons does not know whether anything is missing, and leaves it open.',
    where: isPersonal,
    change: ({ status: _, ...rest }) => rest,
  },
  'has-a-null-status-for-empty-lists': {
    on: 'accounts',
    story: 'Where there is nothing, somebody thought that it is neither complete nor partial.',
    where: isEmpty,
    change: word(null),
  },
  'writes-the-status-as-truth-on-transactions': {
    on: 'transactions',
    story: 'The status has two values, so it is kept as true and false.',
    where: isComplete,
    change: word(true),
  },
}

const ofForm = ['KI-FMT-001', 'KI-FMT-007'] as const

const messages: Readonly<Record<string, Mistake & { readonly also: readonly string[] }>> = {
  'has-an-empty-message-on-list': {
    on: 'accounts',
    story: 'The text is a column that must not be null, and is empty where nothing is missing.',
    where: isComplete,
    change: text(''),
    also: [ofForm[0]],
  },
  'has-an-empty-message-on-details-of-persons': {
    on: 'details',
    story: 'The system of persons has a column for the text, and nobody fills it.',
    where: (context) => isComplete(context) && isPersonal(context),
    change: text(''),
    also: [ofForm[0]],
  },
  'has-an-empty-message-on-later-pages': {
    on: 'transactions',
    story: 'The text of the first page is emptied for those that follow.',
    where: isLater,
    change: text(''),
    also: [ofForm[0]],
  },
  'has-an-empty-message-on-partial-answers': {
    on: 'transactions',
    story: 'The text for what is missing was to be agreed on later.',
    where: isPartial,
    change: text(''),
    also: [ofForm[0], 'KI-RSP-004', 'KI-KON-035'],
  },
  'writes-a-message-of-501-characters': {
    on: 'transactions',
    story: 'The reason is put together of all that could be said, and cut one character too late.',
    where: isPartial,
    change: text('Ældre transaksjoner må bestilles hos banken. '.repeat(12).slice(0, 501)),
    also: [ofForm[1]],
  },
  'writes-a-message-as-a-number': {
    on: 'transactions',
    story: 'The reasons have numbers inside the bank, and the number goes out.',
    where: isPartial,
    change: text(17),
    also: [],
  },
  'writes-a-message-as-a-list': {
    on: 'details',
    story: 'There could be several reasons, so somebody made a list of them, which is empty here.',
    where: isComplete,
    change: text([]),
    also: [],
  },
}

const reasons: Readonly<Record<string, Mistake>> = {
  'gives-no-reason-for-a-partial-answer': {
    on: 'transactions',
    story: 'That something is missing is said, and somebody thought that this is enough.',
    where: isPartial,
    change: ({ status }) => ({ status }),
  },
  'gives-a-null-reason-for-a-partial-answer': {
    on: 'transactions',
    story: 'The reason is looked up in a table that was never filled.',
    where: isPartial,
    change: text(null),
  },
  'gives-a-blank-reason-for-a-partial-answer': {
    on: 'transactions',
    story: 'The reason comes from a column of fixed width.',
    where: isPartial,
    change: text('    '),
  },
}

const replacing = ({ on: operation, where, change }: Mistake) => saying(isThere(operation, where), change)

export const responseStatusFaults = [
  ...Object.entries(statuses).map(([id, mistake]) =>
    defineFault({
      id,
      story: mistake.story,
      violates: ['KI-RSP-002', schemaOf[mistake.on], 'KI-FMT-003'],
      replaces: replacing(mistake),
    }),
  ),
  ...Object.entries(messages).map(([id, mistake]) =>
    defineFault({
      id,
      story: mistake.story,
      violates: ['KI-RSP-003', schemaOf[mistake.on], ...mistake.also],
      replaces: replacing(mistake),
    }),
  ),
  ...Object.entries(reasons).map(([id, mistake]) =>
    defineFault({ id, story: mistake.story, violates: ['KI-RSP-004', 'KI-KON-035'], replaces: replacing(mistake) }),
  ),
]
