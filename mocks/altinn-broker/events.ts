import { createHash } from 'node:crypto'
import { eventPrefix, validationType } from '../../contracts/altinn-broker/statuses.ts'
import {
  type CloudEvent,
  organisationNumberOf,
  organisationUrn,
  resourceUrn,
} from '../../contracts/altinn-broker/wire.ts'
import type { Raised } from './lifecycle.ts'
import { moment, type Transfer } from './transfer.ts'

/** CloudEvents of the broker (dsve.md 1.10). `platform` is where it is reached, without a final slash. */
export const eventOf = (raised: Raised, { id, asked }: Transfer, now: number, platform: string): CloudEvent => ({
  specversion: '1.0',
  id: stableId([id, raised.type, raised.role, raised.party, raised.about ?? '']),
  type: eventPrefix + raised.type,
  time: moment(now),
  resource: resourceUrn + asked.resourceId,
  resourceinstance: id,
  subject: organisationUrn + organisationNumberOf(raised.party),
  source: `${platform}/broker/api/v1/filetransfer`,
  data: { Role: raised.role },
})

export const validationEvent = (subscription: number, platform: string): CloudEvent => ({
  specversion: '1.0',
  id: stableId([platform, String(subscription)]),
  type: validationType,
  source: `${platform}/events/api/v1/subscriptions/${subscription}`,
})

/** The same words, the same UUID: a receiver can tell a repeated event by it. */
function stableId(words: readonly string[]): string {
  const digits = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  return [8, 4, 4, 4, 12]
    .map((length, index, all) => {
      const from = all.slice(0, index).reduce((sum, one) => sum + one, 0)
      return digits.slice(from, from + length)
    })
    .join('-')
}
