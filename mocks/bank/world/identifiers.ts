import type { Identifier } from '../../../contracts/report/report.ts'
import type { Account, CounterParty, World } from './model.ts'

/**
 * Every text of the world that points at somebody or something, under a name that may be told: `P1.id`, `P1.account#2`,
 * `P1.account#2.reference`, `counterparty#3.name`. A value stands there once. What only numbers a transaction is left out:
 * thousands of random ids point at nobody.
 */
export function identifiersOf(world: World): readonly Identifier[] {
  const seen = new Set<string>()
  return [...ofParties(world), ...ofAccounts(world), ...ofCounterParties(world)].filter(({ value }) => {
    const first = !seen.has(value)
    seen.add(value)
    return first
  })
}

const ofParties = ({ parties }: World): Identifier[] =>
  parties.flatMap(({ label, id, name }) => [
    { value: id, name: `${label}.id` },
    { value: name, name: `${label}.name` },
  ])

const ofAccounts = ({ parties, accounts }: World): Identifier[] =>
  parties.flatMap(({ id, label }) =>
    accounts
      .filter(({ owner }) => owner === id)
      .flatMap((account, index) => ofAccount(account, `${label}.account#${index + 1}`)),
  )

function ofAccount({ number, reference, transactions }: Account, name: string): Identifier[] {
  const cards = new Set(transactions.flatMap(({ card }) => card?.masked ?? []))
  return [
    { value: number, name },
    { value: reference, name: `${name}.reference` },
    ...[...cards].map((value) => ({ value, name: `${name}.card` })),
  ]
}

function ofCounterParties({ accounts }: World): Identifier[] {
  const all = new Set<CounterParty>()
  for (const { transactions } of accounts)
    for (const { counterParty } of transactions) if (counterParty) all.add(counterParty)
  return [...all].flatMap((party, index) => partsOf(party, `counterparty#${index + 1}`))
}

function partsOf({ name, account, organisationNumber, address }: CounterParty, prefix: string): Identifier[] {
  const parts = { name, account, id: organisationNumber, street: address.street }
  return Object.entries(parts).flatMap(([part, value]) =>
    value === null ? [] : [{ value, name: `${prefix}.${part}` }],
  )
}
