import type { Act } from '../../kit/run/act.ts'
import { compared } from './comparison.ts'
import { load } from './load.ts'
import { lock } from './lock.ts'
import { reports } from './reports.ts'
import { trouble } from './trouble.ts'

/** Every act of the area, in the order in which a whole run plays them. */
export const acts: readonly Act<unknown>[] = [load, reports, trouble, compared, lock]
