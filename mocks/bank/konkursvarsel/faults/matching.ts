import { defineFault } from '../fault.ts'
import type { Client, Item } from '../model.ts'
import { match } from '../parts/match.ts'
import { isPerson, readUnits } from '../parts/read-units.ts'

/** KV-028 to KV-032: whom a notice is about. */

const matching =
  (isMet: (item: Item) => boolean) =>
  (client: Client, item: Item): boolean =>
    isMet(item) && match(client, item)

/** Customers of the debtor's name, whoever they are. */
const namesakesOf = ({ world }: Client, debtor: string): readonly string[] => {
  const name = world.parties.find(({ id }) => id === debtor)?.name
  return name === undefined ? [] : world.parties.filter((party) => party.name === name).map(({ id }) => id)
}

/** How many details of strangers a bank has fetched, by what it remembers: a year of them would take a test too long. */
const strangers = new WeakMap<Client['memory'], number>()

export const matchingFaults = [
  defineFault({
    id: 'looks-for-persons-only',
    story: 'The notices go to the department for private customers.',
    violates: ['KV-028', 'KV-068'],
    replaces: { match: matching(({ debtor }) => isPerson(debtor)) },
  }),
  defineFault({
    id: 'keeps-debtors-as-numbers',
    story: 'The column for the debtor is a number, and a zero in front of one is nothing.',
    violates: ['KV-029'],
    replaces: { match: (client, item) => match(client, { ...item, debtor: String(Number(item.debtor)) }) },
  }),
  defineFault({
    id: 'knows-no-d-numbers',
    story: 'The date of birth is checked, and nobody is born on the fortieth.',
    violates: ['KV-030'],
    replaces: { match: matching(({ debtor }) => !isPerson(debtor) || Number(debtor.slice(0, 2)) <= 31) },
  }),
  defineFault({
    id: 'matches-names',
    story: 'Customers are found by their names as well, in case that a number is wrong.',
    violates: ['KV-031', 'KV-032'],
    replaces: {
      match: (client, item) =>
        match(client, item) || namesakesOf(client, item.debtor).some((id) => match(client, { ...item, debtor: id })),
      readUnits: (client, item, detail) => [...readUnits(client, item, detail), ...namesakesOf(client, item.debtor)],
    },
  }),
  defineFault({
    id: 'looks-at-every-detail',
    story: 'It is simpler to fetch everything first, and to see afterwards who is a customer.',
    violates: ['KV-032'],
    replaces: {
      match(client, item) {
        if (match(client, item)) return true
        const fetched = strangers.get(client.memory) ?? 0
        strangers.set(client.memory, fetched + 1)
        return fetched < 50
      },
    },
  }),
]
