import { completed, completedPerson, weights } from '../../../contracts/identity/check-digit.ts'

/**
 * Makes numbers whose last digits are MOD11 check digits. Where the check digit would be 10 the number does not exist,
 * and the maker gives null: draw another stem.
 */

/** Eleven digits from ten. */
export const accountNumberFrom = (stem: string) => completed(stem, weights.account)

/** Nine digits from eight. */
export const organisationNumberFrom = (stem: string) => completed(stem, weights.organisation)

/** A day of birth in 1900–1999; `month` is 1–12. */
export interface Birth {
  readonly year: number
  readonly month: number
  readonly day: number
}

const padded = (value: number, length = 2) => String(value).padStart(length, '0')

/** Synthetic persons carry the month + 80, holders of a D-number the day + 40. */
const personStem = ({ year, month, day }: Birth, individual: number, dayShift: number) =>
  padded(day + dayShift) + padded(month + 80) + padded(year % 100) + padded(individual, 3)

/** A synthetic fødselsnummer; `individual` is 0–499. */
export const fødselsnummerFrom = (birth: Birth, individual: number) => completedPerson(personStem(birth, individual, 0))

/** A synthetic D-number; `individual` is 0–499. */
export const dNumberFrom = (birth: Birth, individual: number) => completedPerson(personStem(birth, individual, 40))

/** The first number that a maker does not refuse. */
export function firstThatExists(draw: () => string | null): string {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const number = draw()
    if (number !== null) return number
  }
  throw new Error('A thousand draws gave no number with a check digit: the source of randomness is stuck')
}
