import type { Fixtures } from '../../contracts/fixtures.ts'
import type { Debtor } from '../../contracts/kontrollinformasjon/fixtures.ts'
import type { Identifier } from '../../contracts/report/report.ts'

type Named = Pick<Debtor, 'id' | 'alsoKnownAs'> & {
  readonly name?: string
  readonly accounts?: readonly (string | { readonly accountIdentifier: string })[]
  readonly blockedAccounts?: readonly string[]
  readonly accountIdentifier?: string
}

/**
 * What the fixtures of a configuration give away of the bank's world, under names that may be told: `P2.id`, `P2.id#2`,
 * `A6.account#1`. What the bank answers beyond that is masked by its kind.
 */
export function fixtureIdentifiers(fixtures: Fixtures): readonly Identifier[] {
  const named: readonly (readonly [string, Named])[] = Object.entries(fixtures)
  return named.flatMap(([name, fixture]) => [
    { value: fixture.id, name: `${name}.id` },
    ...(fixture.alsoKnownAs ?? []).map((value, index) => ({ value, name: `${name}.id#${index + 2}` })),
    ...(fixture.name === undefined ? [] : [{ value: fixture.name, name: `${name}.name` }]),
    ...accountsOf(fixture).map((value, index) => ({ value, name: `${name}.account#${index + 1}` })),
  ])
}

const accountsOf = ({ accounts = [], blockedAccounts = [], accountIdentifier }: Named): readonly string[] => [
  ...new Set([
    ...(accountIdentifier === undefined ? [] : [accountIdentifier]),
    ...accounts.map(numberOf),
    ...blockedAccounts,
  ]),
]

const numberOf = (account: string | { readonly accountIdentifier: string }) =>
  typeof account === 'string' ? account : account.accountIdentifier
