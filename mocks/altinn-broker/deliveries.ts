import type { Act } from '../../contracts/altinn-broker/acts.ts'
import { eventPrefix, validationType } from '../../contracts/altinn-broker/statuses.ts'
import { organisationNumberOf, partyId } from '../../contracts/altinn-broker/wire.ts'
import type { BoundedLog } from '../bounded-log.ts'
import type { Clock } from '../clock.ts'
import type { Outgoing } from '../http/outgoing.ts'
import type { Traffic } from '../http/traffic.ts'
import type { Ledger } from './ledger.ts'
import type { BrokerSettings } from './settings.ts'
import type { Delivery, Subscription } from './subscriptions.ts'

/** Carries events to webhooks, again and again until they are taken or every wait is used up (dsve.md 1.10). */
export interface Deliveries {
  /** Sends what is due and not on its way. */
  go(): void
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>
  close(): Promise<void>
}

export interface DeliveriesOptions {
  readonly clock: Clock
  readonly ledger: Ledger
  readonly outgoing: Pick<Outgoing, 'send'>
  readonly settings: Pick<BrokerSettings, 'eventRetriesMs' | 'eventDeadlineMs'>
  readonly traffic: Traffic
  readonly acts: Pick<BoundedLog<'acts', Act>, 'add'>
  /** Is told when a delivery is to be tried again later. */
  readonly onRetry: () => void
}

export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { clock, ledger, settings, onRetry } = options
  const onTheWay = new Map<string, Promise<void>>()
  let closed = false

  const carry = async (delivery: Delivery, subscription: Subscription) => {
    const status = await post(options, delivery, subscription)
    if (closed) return
    onTheWay.delete(delivery.id)
    tell(options, delivery, subscription, status)
    remember(options, delivery, subscription, status)
    const taken = status >= 200 && status < 300
    const wait = settings.eventRetriesMs[delivery.failures]
    if (taken && delivery.event.type === validationType) {
      ledger.commit({ subscription: { ...subscription, validated: true }, done: [delivery.id] })
    } else if (taken || wait === undefined) ledger.commit({ done: [delivery.id] })
    else {
      ledger.commit({ deliveries: [{ ...delivery, failures: delivery.failures + 1, at: clock.now() + wait }] })
      onRetry()
    }
  }

  return {
    go() {
      if (closed) return
      for (const delivery of [...ledger.deliveries.values()]) {
        if (delivery.at > clock.now() || onTheWay.has(delivery.id)) continue
        const subscription = ledger.subscriptions.get(delivery.subscription)
        if (subscription === undefined) ledger.commit({ done: [delivery.id] })
        else onTheWay.set(delivery.id, carry(delivery, subscription))
      }
    },
    async idle() {
      while (onTheWay.size > 0) await Promise.all(onTheWay.values())
    },
    async close() {
      closed = true
      await Promise.all(onTheWay.values())
    },
  }
}

/** The status of the answer, 0 when there was none. */
async function post({ outgoing, settings }: DeliveriesOptions, { event }: Delivery, { endPoint }: Subscription) {
  try {
    const { status } = await outgoing.send(endPoint, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(event),
      deadlineMs: settings.eventDeadlineMs,
    })
    return status
  } catch {
    return 0
  }
}

/** That somebody was told of a file, or probed, is told to whoever judges him, too. */
function remember(
  { acts, clock }: DeliveriesOptions,
  { event }: Delivery,
  { consumer }: Subscription,
  status: number,
): void {
  const isForRecipient = event.type === publishedType && event.data?.Role === 'Recipient'
  if (!isForRecipient && event.type !== validationType) return
  acts.add({
    at: new Date(clock.now()).toISOString(),
    operation: 'event',
    party: partyId(consumer),
    vendor: null,
    client: null,
    fileTransferId: event.resourceinstance ?? null,
    status,
  })
}
const publishedType = `${eventPrefix}published`

/** A line for whoever watches: it is no request of anybody, and stands in no log. */
function tell(
  { traffic, clock, settings }: DeliveriesOptions,
  { event, failures }: Delivery,
  { consumer, endPoint }: Subscription,
  status: number,
): void {
  const what = event.type === validationType ? 'validation call' : event.type.replace(eventPrefix, 'event ')
  const taken = status >= 200 && status < 300
  const next = failures < settings.eventRetriesMs.length ? 'is sent again later' : 'is given up'
  const outcome = taken ? '' : `, which ${status === 0 ? 'was not answered' : 'was not taken'} and ${next}`
  traffic.tell({
    party: 'altinn-broker',
    at: new Date(clock.now()).toISOString(),
    method: 'EVENT',
    path: new URL(endPoint).pathname,
    status,
    ms: 0,
    said: `${what} to ${organisationNumberOf(consumer)}${outcome}`,
  })
}
