import { parseNationalIdentityNumber } from '../../../contracts/identity/national-identity-number.ts'
import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Target } from '../../kit/target.ts'

/** Debtors of the published konkursvarsel test set (catalogue 6.3), which Brreg calls fictitious. */
const published = new Set([
  '910375237',
  '910336819',
  '910425463',
  '910491482',
  '910018469',
  '08086001471',
  '08086002265',
  '19020101140',
  '20020101351',
  '21097400153',
])

/** Whether a number is nobody's: published for tests, an organisation of the test registers, or a shifted month. */
export function isTestNumber(id: string): boolean {
  if (published.has(id)) return true
  // Organisations of the national test registers begin with 2 or 3, real ones with 8 or 9.
  if (/^[23]\d{8}$/.test(id)) return true
  const person = parseNationalIdentityNumber(id)
  return person.ok && person.value.synthetic
}

const candidates = ['P1', 'P2', 'P3'] as const satisfies readonly DebtorName[]

/** Somebody whose data may travel where others can read them; null when the fixtures have nobody who is surely made up. */
export const testParty = ({ fixtures }: Target): DebtorName | null =>
  candidates.find((name) => isTestNumber(fixtures[name]?.id ?? '')) ?? null
