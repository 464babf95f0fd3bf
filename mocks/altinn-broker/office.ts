import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { eventOf, validationEvent } from './events.ts'
import type { Files } from './files.ts'
import type { Ledger } from './ledger.ts'
import { happen, nextDue, type Step } from './lifecycle.ts'
import { type Delivery, type Subscription, wants } from './subscriptions.ts'
import type { Transfer } from './transfer.ts'

/** Where a change is written down, who has to hear of it is noted, and what is due by itself is done. */
export interface Office {
  /** What a step changes is on record, with the events that it raises, before this returns. */
  record(step: Step): void
  /** Puts a subscription on record, and the event that probes its endpoint. */
  subscribe(subscription: Subscription): void
  /** Does what is due by now. */
  settle(): void
  close(): void
}

export interface OfficeOptions {
  readonly clock: Clock
  readonly ledger: Ledger
  readonly files: Pick<Files, 'drop'>
  /** Where the broker is reached, without a final slash. */
  readonly platform: string
  /** Waits in milliseconds, one for each time that the event is sent to a subscriber. */
  readonly announce: (type: string) => readonly number[]
  /** Is told that deliveries may be due. */
  readonly onDeliveries: () => void
}

export function openOffice({ clock, ledger, files, platform, announce, onDeliveries }: OfficeOptions): Office {
  let cancel = () => {}
  /** One alarm, for whatever comes first. */
  const arm = () => {
    cancel()
    const times = [
      ...[...ledger.transfers.values()].flatMap((transfer) => nextDue(transfer) ?? []),
      ...[...ledger.deliveries.values()].map(({ at }) => at).filter((at) => at > clock.now()),
    ]
    cancel = times.length === 0 ? () => {} : clock.at(Math.min(...times), settle)
  }

  const write = ({ transfer, raised, drops }: Step) => {
    const deliveries = raised.flatMap((one) => {
      const event = eventOf(one, transfer, clock.now(), platform)
      const receivers = [...ledger.subscriptions.values()].filter((subscription) => wants(subscription, event))
      return receivers.flatMap(({ id }) =>
        announce(event.type).map((wait) => newDelivery(id, event, clock.now() + wait)),
      )
    })
    ledger.commit({ transfer, ...(deliveries.length > 0 ? { deliveries } : {}) })
    // Only now: a file without its record can be cleared away, a record without its file cannot be mended.
    if (drops) files.drop(transfer.id)
  }

  const settle = () => {
    const now = clock.now()
    for (const due of dueBy(ledger.transfers.values(), now)) {
      let step = happen(due, now)
      while (step.transfer !== ledger.transfers.get(due.id)) {
        write(step)
        step = happen(step.transfer, now)
      }
    }
    arm()
    onDeliveries()
  }

  return {
    record(step) {
      write(step)
      arm()
      onDeliveries()
    },
    subscribe(subscription) {
      const event = validationEvent(subscription.id, platform)
      ledger.commit({ subscription, deliveries: [newDelivery(subscription.id, event, clock.now())] })
      onDeliveries()
    },
    settle,
    close: () => cancel(),
  }
}

const newDelivery = (subscription: number, event: Delivery['event'], at: number): Delivery => ({
  id: randomUUID(),
  subscription,
  event,
  failures: 0,
  at,
})

/** Those to which something happens, in the order in which it does. */
const dueBy = (transfers: Iterable<Transfer>, now: number): readonly Transfer[] =>
  [...transfers]
    .flatMap((transfer) => {
      const at = nextDue(transfer)
      return at === null || at > now ? [] : [{ transfer, at }]
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ transfer }) => transfer)
