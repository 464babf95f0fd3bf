import type { FixtureName } from '../../contracts/fixtures.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import type { Judgement } from '../kit/judge/judgement.ts'
import type { Act } from '../kit/run/act.ts'
import { type Check, type CheckDefinition, defineCheck } from '../kit/run/check.ts'
import type { Target } from '../kit/target.ts'
import { load } from './acts/load.ts'
import { reports } from './acts/reports.ts'

/** Rows that differ only in what is asked of one act. */

type More = Pick<CheckDefinition<unknown>, 'hooks' | 'turn'>

export const rowsOf =
  <Seen>(meta: ImportMeta, act: Act<Seen>, usual: More = {}) =>
  (verifies: string, needs: readonly FixtureName[], judge: (seen: Seen) => Judgement, more: More = {}): Check =>
    defineCheck(meta, { verifies, needs, ask: async ({ play }) => play(act), judge, ...usual, ...more })

/** What was seen on the first day and on ordinary days: calls of every kind. */
export interface Calls {
  readonly target: Target
  readonly seen: readonly Sighting[]
}

export const rowsOfCalls =
  (meta: ImportMeta) =>
  (verifies: string, judge: (calls: Calls) => Judgement): Check =>
    defineCheck(meta, {
      verifies,
      ask: async ({ play, target }) => {
        const { seen: first } = await play(load)
        const { seen: usual } = await play(reports)
        return { target, seen: [...first, ...usual] }
      },
      judge,
    })
