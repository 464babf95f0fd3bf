import type { Act } from '../../kit/run/act.ts'
import { answers } from './answers.ts'
import { fetching } from './fetching.ts'

/** Every act of the area, in the order in which a whole run plays them. */
/** What whoever starts a run is told beforehand. */
export const told = [
  { name: 'answers', does: 'the megler asks everything side by side, more than a search shows at once' },
  { name: 'fetching', does: 'one request after the other, while something befalls Altinn Broker or AKELDO' },
] as const

export const acts: readonly Act<unknown>[] = [answers, fetching]
