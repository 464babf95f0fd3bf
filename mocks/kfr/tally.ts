import type { IsoDate } from '../../contracts/calendar.ts'
import type { Entry } from '../../contracts/kfr/batch/grammar.ts'
import type { SeenBatch, SeenCustomer } from '../../contracts/kfr/sighting.ts'
import { isSynthetic } from '../../contracts/kfr/wire.ts'
import type { People } from './people.ts'

/** What is told of the entries of a batch: how many, who of the fixtures, who came twice. */
interface Tally {
  add(entry: Entry): void
  told(): Pick<SeenBatch, 'entries' | 'customers' | 'duplicates' | 'future' | 'unmarked'>
}

/** Of how many entries a sighting says which they were. */
const named = 1000

export function createTally(see: ReturnType<People['seer']>, today: IsoDate): Tally {
  const customers: (SeenCustomer & { readonly since: string | null })[] = []
  // As numbers: half a million texts would be much memory for a count. Nine and eleven digits cannot be mistaken.
  const numbers = [new Set<number>(), new Set<number>()] as const
  let entries = 0
  let future = 0
  let unmarked = 0
  return {
    add({ customer, since }) {
      entries += 1
      numbers[customer.length === 9 ? 0 : 1].add(Number(customer))
      if (since !== null && since > today) future += 1
      const isFixture = see.isFixture(customer)
      if (!isFixture && !isSynthetic(customer)) unmarked += 1
      if (entries <= named || isFixture) customers.push({ ...see.customer(customer), since })
    },
    told: () => ({ entries, customers, duplicates: entries - numbers[0].size - numbers[1].size, future, unmarked }),
  }
}
