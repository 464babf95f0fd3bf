import { organisationNumberOf } from '../../../../contracts/dsve/transfer/transfer.ts'
import type { Arrived } from '../letter.ts'
import type { Asked } from '../model.ts'

/** `returnertil` where it is given, else who asks (DSVE-061). Who the broker says has sent it, where that is all that is sure. */
export function recipientOf({ sender }: Arrived, asked: Asked | null): string {
  const broker = organisationNumberOf(sender)
  if (asked === null || asked.message.avsender.id !== broker) return broker
  return (asked.message.avsender.returnertil ?? asked.message.avsender).id
}
