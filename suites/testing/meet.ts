import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunRecord } from '../../contracts/report/report.ts'
import type { Area } from '../../contracts/requirement.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { loadChecks } from '../checks.ts'
import { type KnownFault, knownFaults } from '../targets/faults.ts'
import { judgeReference } from './judge-reference.ts'
import { type Besides, builtBy, builtIn, claimOf, effectOf, misweighed, unrelated } from './matrix.ts'

/** Faults and checks meet in two halves, a file each, so that two cores have something to do. */
type Half = 'first' | 'second'

/** A half, or those that are named. */
type Part = Half | readonly string[]

function partOf(area: Area, part: Part): readonly KnownFault[] {
  const all = knownFaults.filter((fault) => fault.area === area)
  if (part === 'first' || part === 'second') return all.filter((_, index) => index % 2 === (part === 'first' ? 0 : 1))
  return part.map((id) => {
    const fault = all.find((one) => one.id === id)
    if (fault === undefined) throw new Error(`${area} has no fault ${id}`)
    return fault
  })
}

interface Meeting {
  readonly area: Area
  readonly half: Part
  /** What every fault does besides what it breaks: written by `npm run matrix -- --write`, and reviewed. */
  readonly besides: Readonly<Record<string, Besides>>
  /** Whether a breach and what is tolerated are told apart. */
  readonly weighs?: true
}

interface Exceptions {
  /** Rows that take long: their faults are left to a proof. */
  readonly except?: readonly string[]
}

/** Every fault meets every check of the area: it breaks what it says, does besides what is on record, and nothing else moves. */
export function meetAll({ area, half, besides, weighs }: Meeting): void {
  const stage = staged(area, 'with a conformant run')
  describe('among all checks of the area, a fault', () => {
    it.each(titled(area, half))('%s is noticed exactly', async (_id, fault) => {
      const faulty = await judgeReference({ area, faults: [fault.id], parties: stage.parties(), strict: true })
      const effect = effectOf(faulty, stage.conformant())
      expect(effect.breaks).toEqual(claimOf(fault, builtIn(stage.conformant())))
      expect(effect.besides).toEqual(besides[fault.id] ?? {})
      if (weighs) expect(misweighed(fault, faulty)).toEqual([])
      expect(faulty.report.errors).toEqual([])
    })
  })
}

/** Every fault meets the checks that it names. What it hides depends on all that is asked, so the proof alone meets it. */
export function meetNamed({ area, half, except = [] }: Pick<Meeting, 'area' | 'half'> & Exceptions): void {
  const stage = staged(area, 'alone')
  describe('a fault', async () => {
    const built = builtBy(await loadChecks([area]), area)
    it.each(titled(area, half, except))('%s is noticed by the checks that it names', async (_id, fault) => {
      const only = [...fault.violates, ...fault.tolerates]
      // Strict, because a SHOULD warns for a breach and for what is tolerated alike.
      const { report } = await judgeReference({
        area,
        faults: [fault.id],
        parties: stage.parties(),
        strict: true,
        only,
      })
      const expected = [
        ...fault.violates.map((id) => [id, 'fail'] as const),
        ...fault.tolerates.map((id) => [id, 'warn'] as const),
      ].filter(([id]) => built.has(id))
      const verdicts = new Map(report.results.map((result) => [result.requirement, result.verdict]))
      expect(expected.map(([id]) => [id, verdicts.get(id)])).toEqual(expected)
      expect(expected).not.toEqual([])
      expect(report.errors).toEqual([])
    })

    it.each(titled(area, half))('%s breaks only what belongs together', (_id, fault) =>
      expect(unrelated(fault)).toEqual([]),
    )
  })
}

const titled = (area: Area, part: Part, except: readonly string[] = []): [string, KnownFault][] =>
  partOf(area, part)
    .filter(({ violates, tolerates }) => ![...violates, ...tolerates].some((id) => except.includes(id)))
    .map((fault) => [fault.id, fault])

/** Parties that all runs of a file share, and the conformant participant's verdicts beside which a fault is seen. */
function staged(area: Area, how: 'alone' | 'with a conformant run') {
  let parties: Parties | undefined
  let conformant: RunRecord | undefined
  beforeAll(async () => {
    parties = await startParties()
    if (how !== 'alone') conformant = await judgeReference({ area, parties, strict: true })
  })
  afterAll(() => parties?.close())
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the stage of this file is not set')
    return value
  }
  return { parties: () => need(parties), conformant: () => need(conformant) }
}
