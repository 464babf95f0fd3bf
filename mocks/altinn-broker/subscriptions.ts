import {
  type CloudEvent,
  organisationNumberOf,
  organisationUrn,
  type PartyId,
} from '../../contracts/altinn-broker/wire.ts'

/** Who wants to be told of what, and where. */
export interface Subscription {
  readonly id: number
  readonly endPoint: string
  readonly resourceFilter: string
  /** `urn:altinn:organization:identifier-no:` and nine digits. */
  readonly subjectFilter: string
  readonly typeFilter: string | null
  /** Whose it is. */
  readonly consumer: PartyId
  readonly created: number
  /** Whether the endpoint has taken the validation event. Before that nothing else is sent. */
  readonly validated: boolean
}

/** Nobody is told of another one's transfers, whatever the filters say. */
export const wants = (subscription: Subscription, event: CloudEvent): boolean =>
  subscription.validated &&
  subscription.resourceFilter === event.resource &&
  subscription.subjectFilter === event.subject &&
  event.subject === organisationUrn + organisationNumberOf(subscription.consumer) &&
  (subscription.typeFilter === null || event.type.toLowerCase() === subscription.typeFilter.toLowerCase())

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string
  readonly subscription: number
  readonly event: CloudEvent
  /** How many times it was tried in vain. */
  readonly failures: number
  /** When it is tried next. */
  readonly at: number
}
