import type { News } from '../../../altinn-client/news.ts'
import type { Settings } from '../model.ts'

/** What was published for the bank; what becomes of its own replies it asks the broker itself (DSVE-011). */
export const heeds = ({ bank }: Settings, { type, role, organisationNumber }: News): boolean =>
  type === 'published' && role === 'Recipient' && organisationNumber === bank.id
