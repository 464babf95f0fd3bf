import type { FixtureName } from '../../contracts/fixtures.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import type { Judgement } from '../kit/judge/judgement.ts'
import type { Act } from '../kit/run/act.ts'
import { type Check, type CheckDefinition, defineCheck } from '../kit/run/check.ts'
import type { Target } from '../kit/target.ts'
import { compared } from './acts/comparison.ts'
import { load } from './acts/load.ts'
import { reports } from './acts/reports.ts'
import { trouble } from './acts/trouble.ts'

/** Rows that differ only in what is asked of one act. */

type More = Pick<CheckDefinition<unknown>, 'hooks' | 'turn'>

export const rowsOf =
  <Seen>(meta: ImportMeta, act: Act<Seen>, usual: More = {}) =>
  (verifies: string, needs: readonly FixtureName[], judge: (seen: Seen) => Judgement, more: More = {}): Check =>
    defineCheck(meta, { verifies, needs, ask: async ({ play }) => play(act), judge, ...usual, ...more })

/** Calls of every kind: those of the first day and of ordinary days, at least. */
export interface Calls {
  readonly target: Target
  readonly seen: readonly Sighting[]
}

/** `whole`: those made in trouble and for the comparison as well. */
export const rowsOfCalls =
  (meta: ImportMeta, { whole = false } = {}) =>
  (verifies: string, judge: (calls: Calls) => Judgement): Check =>
    defineCheck(meta, {
      verifies,
      ask: async ({ play, target }) => {
        const { seen: first } = await play(load)
        const { seen: usual } = await play(reports)
        if (!whole) return { target, seen: [...first, ...usual] }
        const { seen: amidTrouble } = await play(trouble)
        const { seen: comparing } = await play(compared)
        return { target, seen: [...first, ...usual, ...amidTrouble, ...comparing] }
      },
      judge,
    })
