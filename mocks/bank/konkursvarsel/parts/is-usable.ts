import type { Account, World } from '../../world/model.ts'
import { isBlocked } from '../../world/queries.ts'

export type By = 'owner' | 'disponent' | 'card'

/** Nobody pays from an account that is blocked or closed, however they come (KV-042). */
export const isUsable = (world: World, account: Account, _by: By): boolean =>
  account.owned.to === null && !isBlocked(world, account)
