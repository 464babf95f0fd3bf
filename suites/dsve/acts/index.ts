import { answers } from './answers.ts'
import { fetching } from './fetching.ts'

/** What whoever starts a run is told beforehand of every act of the area, in the order in which a whole run plays them. */
export const told = [
  { name: answers.name, does: 'the megler asks everything side by side, more than a search shows at once' },
  { name: fetching.name, does: 'one request after the other, while something befalls Altinn Broker or AKELDO' },
] as const
