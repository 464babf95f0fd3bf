import type { HookName } from '../../../contracts/hooks/protocol.ts'
import type { Act } from '../../kit/run/act.ts'
import { bostyrer } from './bostyrer.ts'
import { outage, publishedSet, twoMonthsLater } from './clocked.ts'
import { firstCall } from './first-call.ts'
import { foreignLinks } from './foreign-links.ts'
import { hazards } from './hazards.ts'
import { openings } from './openings.ts'
import { quiet } from './quiet.ts'
import { trouble } from './trouble.ts'

/** Every act of the area, in the order in which a whole run plays them. */
export const acts: readonly Act<unknown>[] = [
  quiet,
  firstCall,
  publishedSet,
  openings,
  trouble,
  bostyrer,
  foreignLinks,
  outage,
  twoMonthsLater,
  hazards,
]

/** What cannot be played at all without a hook. */
export const demanded: Readonly<Record<string, readonly HookName[]>> = {
  [firstCall.name]: ['install'],
  [publishedSet.name]: ['install', 'clock'],
  [outage.name]: ['clock'],
  [twoMonthsLater.name]: ['clock'],
}
