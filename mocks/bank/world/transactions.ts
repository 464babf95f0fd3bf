import type { IsoDate } from '../../../contracts/calendar.ts'
import { addDays, daysBetween, osloTime } from './days.ts'
import { kinds } from './kinds.ts'
import type { Card, CounterParty, Transaction, TransactionKind } from './model.ts'
import type { Source } from './source.ts'

/** How the transactions of one account are made. */
interface Movements {
  readonly kinds: readonly TransactionKind[]
  readonly booked: number
  readonly pending: number
  /** The oldest one is booked on this day, */
  readonly first: IsoDate
  /** the newest one on this. The others lie evenly between. */
  readonly last: IsoDate
  readonly currency: string
  readonly card: Card | null
  /** Booked ones beside these, of which day and amount are given. */
  readonly exact?: readonly { readonly kind: TransactionKind; readonly day: IsoDate; readonly amount: number }[]
}

/** Whom the customers of the bank deal with. */
export function makeCounterParties({ faker, accountNumber, organisationNumber }: Source): readonly CounterParty[] {
  return Array.from({ length: 40 }, (_, index) => ({
    name: index % 4 === 0 ? faker.person.fullName() : faker.company.name(),
    account: accountNumber(),
    organisationNumber: index % 4 === 0 ? null : organisationNumber(),
    address: {
      street: faker.location.street(),
      building: faker.location.buildingNumber(),
      postCode: faker.location.zipCode('####'),
      town: faker.location.city(),
    },
  }))
}

/** Six digits in front and four behind are the most that may be seen of a card number (catalogue section 3). */
export function makeCard({ faker }: Source, holder: string, day: IsoDate): Card {
  const year = Number(day.slice(0, 4))
  return {
    masked: `457199XXXXXX${faker.string.numeric(4)}`,
    holder,
    start: `${year - 2}-03`,
    expiry: `${year + 2}-03`,
  }
}

export function makeTransactions(
  source: Source,
  movements: Movements,
  counterParties: readonly CounterParty[],
): readonly Transaction[] {
  const { booked, pending, first, last, exact = [] } = movements
  const span = daysBetween(first, last)
  const dayOf = (index: number) => addDays(first, booked > 1 ? Math.floor((index * span) / (booked - 1)) : 0)
  const draw = (status: Transaction['status'], day: IsoDate, index: number) =>
    makeTransaction({ source, movements, counterParties, status, day, kind: kindOf(movements, index) })
  const given = exact.map(({ kind, day, amount }) => ({
    ...makeTransaction({ source, movements, counterParties, status: 'booked', day, kind }),
    amount,
  }))
  const drawn = Array.from({ length: booked }, (_, index) => draw('booked', dayOf(index), index))
  return [
    ...(given.length === 0 ? drawn : [...drawn, ...given].toSorted(oldestFirst)),
    ...Array.from({ length: pending }, () => draw('pending', last, indexOfReservation(movements))),
  ]
}

const oldestFirst = (one: Transaction, other: Transaction) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1)

const kindOf = ({ kinds: allowed }: Movements, index: number) => allowed[index % allowed.length] as TransactionKind

/** Only a card purchase is reserved before it is booked. */
const indexOfReservation = ({ kinds: allowed }: Movements) => Math.max(0, allowed.indexOf('cardPurchase'))

interface Draw {
  readonly source: Source
  readonly movements: Movements
  readonly counterParties: readonly CounterParty[]
  readonly status: Transaction['status']
  readonly day: IsoDate
  readonly kind: TransactionKind
}

function makeTransaction({ source: { faker }, movements, counterParties, status, day, kind }: Draw): Transaction {
  const row = kinds[kind]
  const [min, max] = row.amount
  const exchange =
    kind === 'cardPurchaseAbroad'
      ? {
          amount: faker.number.int({ min, max }),
          currency: 'SEK',
          rate: faker.number.int({ min: 9500, max: 10_500 }) / 10_000,
        }
      : null
  const size = exchange ? Math.round(exchange.amount * exchange.rate) : faker.number.int({ min, max })
  return {
    identifier: faker.string.uuid(),
    status,
    day,
    registered: osloTime(day, `08:${sixty(faker)}:${sixty(faker)}`),
    booked: status === 'booked' ? osloTime(day, '12:00:00') : null,
    amount: row.sign * size,
    kind,
    counterParty: row.counterParty ? faker.helpers.arrayElement([...counterParties]) : null,
    card: row.card ? movements.card : null,
    exchange,
    reference: faker.string.numeric(12),
  }
}

const sixty = (faker: Source['faker']) => String(faker.number.int({ min: 0, max: 59 })).padStart(2, '0')
