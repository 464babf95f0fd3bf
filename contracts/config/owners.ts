import type { Fixtures } from '../fixtures.ts'
import type { Debtor } from '../kontrollinformasjon/fixtures.ts'

/** `owner: P2` stands for the numbers and the ruling of P2. */
export function withOwners(fixtures: Readonly<Record<string, object>>): Fixtures {
  const resolved = Object.entries(fixtures).map(([name, fixture]) => [name, withOwner(fixture, fixtures)])
  return Object.fromEntries(resolved)
}

function withOwner(fixture: object, fixtures: Readonly<Record<string, object>>): object {
  if (!('owner' in fixture)) return fixture
  const { owner, ...own } = fixture as { owner: string }
  const { id, kjennelsesdato, alsoKnownAs, accounts } = fixtures[owner] as Debtor
  return {
    id,
    kjennelsesdato,
    ...(alsoKnownAs === undefined ? {} : { alsoKnownAs }),
    ...(accounts === undefined ? {} : { accounts }),
    ...own,
  }
}
