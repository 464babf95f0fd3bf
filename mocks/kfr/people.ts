import type { FixtureName } from '../../contracts/fixtures.ts'
import type { SeenCustomer } from '../../contracts/kfr/sighting.ts'
import { type CustomerNumber, isSynthetic, kindOf } from '../../contracts/kfr/wire.ts'
import type { Directory } from '../directory.ts'
import type { Secret } from './store/secret.ts'

/** Who customers are: orders and observations name fixtures, and the register alone knows their numbers. */
export interface People {
  /** Throws an Error that names the fixture that nobody knows. */
  numberOf(fixture: FixtureName): CustomerNumber
  /** For one request: the directory may be another in the next. */
  seer(): Seer
}

interface Seer {
  customer(number: CustomerNumber): SeenCustomer
  isFixture(number: CustomerNumber): boolean
}

export function createPeople(directory: Directory | (() => Directory), secret: Secret): People {
  const now = () => (typeof directory === 'function' ? directory() : directory)
  return {
    numberOf(fixture) {
      const listed = now()[fixture]
      if (listed === undefined)
        throw new Error(`Nobody has told the register who ${fixture} is; name it among the fixtures`)
      return listed.id as CustomerNumber
    },
    seer() {
      const names = new Map(Object.entries(now()).map(([name, listed]) => [listed.id, name as FixtureName]))
      return {
        isFixture: (number) => names.has(number),
        customer(number) {
          const fixture = names.get(number)
          const known = fixture === undefined ? {} : { fixture }
          return { digest: secret.shown(number), ...known, kind: kindOf(number), synthetic: isSynthetic(number) }
        },
      }
    },
  }
}
