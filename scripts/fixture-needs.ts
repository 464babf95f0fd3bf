import type { CaseId } from '../contracts/dsve/fixtures/cases.ts'
import { caseIds } from '../contracts/dsve/fixtures/cases.ts'
import { type FixtureName, fixtureNames as names } from '../contracts/fixtures.ts'
import type { Requirement } from '../contracts/requirement.ts'
import type { NeededBy } from '../reports/fixtures/page.ts'
import { standsOn } from '../suites/dsve/stands-on.ts'
import type { Check } from '../suites/kit/run/check.ts'
import { checkOf } from './state.ts'

type Needed = Readonly<Record<FixtureName, readonly NeededBy[]>>

/** Which requirements wait for which fixture. What nobody can see from outside waits for none. */
export function fixtureNeeds(rows: readonly Requirement[], checks: readonly Check[]): Needed {
  const wants = rows
    .filter(({ unobservable }) => unobservable === null)
    .map((row) => ({ row, ...wantedBy(row, checks) }))
  const of = (name: FixtureName) => wants.filter(({ fixtures }) => fixtures.includes(name))
  const entries = names.map((name) => [name, of(name).map(({ row: { id, title }, built }) => ({ id, title, built }))])
  return Object.fromEntries(entries)
}

/** What the check asks about, and what the catalogue's words for the question name: some of it is asked only where it is there. */
function wantedBy(row: Requirement, checks: readonly Check[]) {
  const check = checkOf(row, checks)
  const words = `${row.observation ?? ''} ${row.stimulus ?? ''}`
  const named = names.filter((name) => new RegExp(`\\b${name}\\b`).test(words))
  return { built: check !== undefined, fixtures: [...(check?.needs ?? []), ...(check?.uses ?? []), ...named] }
}

/** Which requirements stand on which case of DSVE. One of several is enough: of a case that is missing, those that have no other. */
export function caseNeeds(
  rows: readonly Requirement[],
  checks: readonly Check[],
  without: readonly CaseId[] = [],
): Readonly<Record<CaseId, readonly NeededBy[]>> {
  const isMissing = (name: CaseId) => without.includes(name)
  const needs = (name: CaseId) =>
    rows.filter(({ id }) => {
      const cases = standsOn[id] ?? []
      return cases.includes(name) && (!isMissing(name) || cases.every(isMissing))
    })
  const entries = caseIds.map((name) => [
    name,
    needs(name).map((row) => ({ id: row.id, title: row.title, built: checkOf(row, checks) !== undefined })),
  ])
  return Object.fromEntries(entries)
}
