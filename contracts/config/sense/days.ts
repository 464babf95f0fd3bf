import { type IsoDate, minusMonths } from '../../calendar.ts'
import { accountFixtures } from '../../kontrollinformasjon/fixtures.ts'
import { monthsBeforeRuling } from '../../kontrollinformasjon/profile.ts'
import { at, dateAt, fixturesIn, type Nonsense, type Sense, type Steps, textAt } from './look.ts'

/** Days that cannot be: with them the bank would be asked for what it lawfully refuses, or does not have. */

const past = [
  'kjennelsesdato',
  'closed',
  'reopened',
  'transferred',
  'firstBooked',
  'lastBooked',
  'manualBefore',
] as const

/** What has happened did so on the day of the configuration at the latest. */
export const happened: Sense = (config, today) =>
  fixturesIn(config).flatMap(([name, fixture]) =>
    past.flatMap((key) => {
      const day = dateAt(fixture, key)
      const remedy = `write ${today} or an earlier day, or another "day"`
      return day !== undefined && day > today ? [wrongDay([name, key], 'lies in the future', remedy)] : []
    }),
  )

/** All parties are bankrupt but P4 (catalogue 8.1). */
export const bankruptOrNot: Sense = (config) =>
  fixturesIn(config).flatMap(([name, fixture]) => {
    if (!name.startsWith('P') || !('kjennelsesdato' in fixture)) return []
    const isBankrupt = fixture.kjennelsesdato !== null
    if (name === 'P4' && isBankrupt)
      return [wrongDay([name, 'kjennelsesdato'], 'is a ruling, and P4 is not bankrupt', 'write null')]
    if (name !== 'P4' && !isBankrupt)
      return [wrongDay([name, 'kjennelsesdato'], `is null, and ${name} is bankrupt`, 'write the day of the ruling')]
    return []
  })

export const longAgo: Sense = (config, today) => {
  const ruling = dateAt(config, 'fixtures', 'P13', 'kjennelsesdato')
  const latest = minusMonths(today, monthsBeforeRuling)
  return ruling !== undefined && ruling >= latest && ruling <= today
    ? [wrongDay(['P13', 'kjennelsesdato'], 'is not more than twelve months ago', `write a day before ${latest}`)]
    : []
}

/** Bosiden asks for the eleven months before the ruling and what follows. */
export const aroundThePeriod: Sense = (config) =>
  accountFixtures.flatMap((name) => {
    const ruling = rulingOf(config, name)
    const closed = dateAt(config, 'fixtures', name, 'closed')
    if (ruling === undefined || closed === undefined) return []
    const first = minusMonths(ruling, 11)
    const say = (wrong: string, remedy: string) => [wrongDay([name, 'closed'], wrong, remedy)]
    if (name === 'A1' && closed < first) return say('lies before the period', `write ${first} or a later day`)
    if (name === 'A2' && closed >= first) return say('lies inside the period', `write a day before ${first}`)
    if (name === 'A3' && closed !== first) return say('is not the first day of the period', `write ${first}`)
    return []
  })

/** The ruling of an account fixture's owner, whichever way the owner is named. */
function rulingOf(config: unknown, name: string): IsoDate | undefined {
  const owner = textAt(config, 'fixtures', name, 'owner')
  return dateAt(config, 'fixtures', owner ?? name, 'kjennelsesdato')
}

export const inOrder: Sense = (config) => {
  const pairs = [
    ['A4', 'firstBooked', 'lastBooked'],
    ['A11', 'closed', 'reopened'],
  ] as const
  return pairs.flatMap(([name, earlier, later]) => {
    const [from, to] = [dateAt(config, 'fixtures', name, earlier), dateAt(config, 'fixtures', name, later)]
    const isWrong = from !== undefined && to !== undefined && from > to
    return isWrong ? [wrongDay([name, later], `lies before "${earlier}"`, 'exchange the two, or mend one')] : []
  })
}

/** Earlier than twelve months before the ruling nothing may be asked for (catalogue 6.2). */
export const allowedToAsk: Sense = (config) => {
  const ruling = rulingOf(config, 'A4')
  const first = dateAt(config, 'fixtures', 'A4', 'firstBooked')
  if (ruling === undefined || first === undefined) return []
  const earliest = minusMonths(ruling, monthsBeforeRuling)
  const remedy = `count the transactions from ${earliest} on`
  return first < earliest ? [wrongDay(['A4', 'firstBooked'], 'lies before what may be asked for', remedy)] : []
}

/** An owner is a party that is described. */
export const owners: Sense = (config) =>
  fixturesIn(config).flatMap(([name, fixture]) => {
    const owner = textAt(fixture, 'owner')
    const isDescribed = owner === undefined || at(config, 'fixtures', owner) !== undefined
    return isDescribed
      ? []
      : [
          wrongDay(
            [name, 'owner'],
            'names a party that is not described here',
            `describe ${owner}, or write id and kjennelsesdato`,
          ),
        ]
  })

const wrongDay = (steps: Steps, wrong: string, remedy: string): Nonsense => ({
  steps: ['fixtures', ...steps],
  wrong,
  remedy,
})
