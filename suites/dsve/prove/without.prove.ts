import { expect, it } from 'vitest'
import { alwaysThere } from '../../../contracts/dsve/declared.ts'
import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'
import { caseIds } from '../../../contracts/dsve/fixtures/cases.ts'
import { judgeReference } from '../../testing/judge-reference.ts'
import { standsOn } from '../stands-on.ts'

/** A bank that can hold some of the cases: what stands on the others is not judged, and nothing else changes. */

const some: readonly CaseId[] = ['S6', 'S16', 'S21', 'S25', 'S26', 'S28', 'S30']
/** Those that scenes would ask about, each in whose place another has to do. */
const ofScenes: readonly CaseId[] = ['S7', 'S8', 'S9', 'S10', 'S17', 'S19', 'S20', 'S27', 'S29']

it.each([
  ['some', some],
  ['those that other questions are about too', ofScenes],
  ['all but one', caseIds.filter((name) => name !== alwaysThere)],
])('without %s', { timeout: 120_000 }, async (_what, without) => {
  const { report } = await judgeReference({
    area: 'dsve',
    strict: true,
    declares: ({ dsve }) => ({ dsve: { ...dsve, without } }),
  })
  expect(report.errors).toEqual([])
  const isLost = ([, cases]: readonly [string, readonly CaseId[]]) => cases.every((name) => without.includes(name))
  const lost = Object.entries(standsOn).filter(isLost)
  const missing = report.results.filter(({ reason }) => reason === 'fixture-missing')
  expect(missing.map(({ requirement }) => requirement)).toEqual(lost.map(([row]) => row).sort())
  const wrong = report.results.filter(({ verdict }) => ['fail', 'warn'].includes(verdict))
  expect(wrong.map(({ requirement, message }) => [requirement, message])).toEqual([])
  const others = report.results.filter(
    ({ verdict, reason }) => verdict === 'inconclusive' && reason !== 'fixture-missing',
  )
  expect(others.map(({ requirement, message }) => [requirement, message])).toEqual([])
})
