import type { Act } from '../../kit/run/act.ts'
import { answers } from './answers.ts'
import { fetching } from './fetching.ts'

/** Every act of the area, in the order in which a whole run plays them. */
export const acts: readonly Act<unknown>[] = [answers, fetching]
