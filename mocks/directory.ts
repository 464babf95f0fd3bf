import type { FixtureName, Fixtures } from '../contracts/fixtures.ts'

/** Who the fixtures are: orders name them, and Brreg alone puts numbers and names in their place. */

interface Listed {
  /** Organisation number, fødselsnummer or D-number. */
  readonly id: string
  readonly name?: string
}

export type Directory = Readonly<Partial<Record<FixtureName, Listed>>>

/** Those of a configuration or of the reference bank. C2 is an agency, and nobody's debtor. */
export const directoryOf = (fixtures: Fixtures): Directory => fixtures
