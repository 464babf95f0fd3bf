import type { Faker } from '@faker-js/faker'
import { faker as shared } from '@faker-js/faker/locale/nb_NO'
import {
  accountNumberFrom,
  type Birth,
  dNumberFrom,
  firstThatExists,
  fødselsnummerFrom,
  organisationNumberFrom,
} from './numbers.ts'

/** Everything random in the world comes from here, in one order. */
export interface Source {
  readonly faker: Faker
  /** Never drawn twice. */
  accountNumber(): string
  organisationNumber(): string
  fødselsnummer(): string
  dNumber(): string
}

/** No bank has this registration number, so no account number of the world is somebody's. */
const registrationNumber = '9999'

/** Synthetic organisations of the national test registers begin with 31, real ones with 8 or 9. */
const syntheticOrganisation = '31'

export function createSource(seed: number): Source {
  const faker = ownFaker(seed)
  const digits = (length: number) => faker.string.numeric(length)
  const born = (): Birth => ({
    year: faker.number.int({ min: 1940, max: 1999 }),
    month: faker.number.int({ min: 1, max: 12 }),
    day: faker.number.int({ min: 1, max: 28 }),
  })
  const individual = () => faker.number.int({ min: 0, max: 499 })
  const seen = new Set<string>()
  const fresh = (draw: () => string | null) => () => {
    const number = firstThatExists(() => {
      const drawn = draw()
      return drawn === null || seen.has(drawn) ? null : drawn
    })
    seen.add(number)
    return number
  }
  return {
    faker,
    // Two zeros after the registration number would mean another way of reckoning the check digit.
    accountNumber: fresh(() =>
      accountNumberFrom(`${registrationNumber}${faker.number.int({ min: 10, max: 99 })}${digits(4)}`),
    ),
    organisationNumber: fresh(() => organisationNumberFrom(syntheticOrganisation + digits(6))),
    fødselsnummer: fresh(() => fødselsnummerFrom(born(), individual())),
    dNumber: fresh(() => dNumberFrom(born(), individual())),
  }
}

/** The instance of the locale's module is shared by the whole process, and the main module loads seventy locales. */
function ownFaker(seed: number): Faker {
  const Own = shared.constructor as typeof Faker
  return new Own({ locale: [shared.rawDefinitions], seed })
}
