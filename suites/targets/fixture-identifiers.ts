import type { Debtor, Fixtures } from '../../contracts/kontrollinformasjon/fixtures.ts'
import type { Identifier } from '../../contracts/report/report.ts'

type Named = Pick<Debtor, 'id' | 'alsoKnownAs' | 'accounts'> & {
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
    ...accountsOf(fixture).map((value, index) => ({ value, name: `${name}.account#${index + 1}` })),
  ])
}

const accountsOf = ({ accounts = [], blockedAccounts = [], accountIdentifier }: Named): readonly string[] => [
  ...new Set([...(accountIdentifier === undefined ? [] : [accountIdentifier]), ...accounts, ...blockedAccounts]),
]
