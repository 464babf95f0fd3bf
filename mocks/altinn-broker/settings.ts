import { dsveResources } from '../../contracts/altinn-broker/statuses.ts'

/** Every timer and limit of the broker. Times in milliseconds, sizes in bytes. */
export interface BrokerSettings {
  /** By resource id. What is not named here is no resource at all. */
  readonly resources: Readonly<Record<string, ResourceSettings>>
  /** From the last byte of an upload to `Published`; how long the scan takes at the real one is nowhere written. */
  readonly scanMs: number
  /** After which an upload that never ended is `Failed`. */
  readonly stuckUploadMs: number
  /** What a confirmed download is answered with: the source says 204, its documentation 200 (A-31). */
  readonly confirmStatus: 200 | 204
  /** Most transfers in one answer to a search. */
  readonly searchCap: number
  /** Calls per window and Maskinporten integration. */
  readonly limits: { readonly search: number; readonly details: number; readonly other: number }
  readonly limitWindowMs: number
  /** Clients at Maskinporten whose calls are not counted: whoever plays a party here, and is not looked at. */
  readonly uncounted: readonly string[]
  /** Most bytes of a form that initialises and uploads at once: it is read into memory. The real one takes 2 GB. */
  readonly formBytes: number
  /** Most bytes of all files together; beyond them the storage is not ready (#21). */
  readonly storageBytes: number
  /** Most transfers; the oldest that have come to an end are forgotten beyond them. */
  readonly mostTransfers: number
  /** Waits before an event is sent again. */
  readonly eventRetriesMs: readonly number[]
  /** How long a receiver of an event may take. */
  readonly eventDeadlineMs: number
  /** What `aud` of a token must be; null looks at none: no document names an audience of the broker. */
  readonly audience: string | null
  /** Life of a token that was exchanged, in seconds. */
  readonly exchangedTokenSeconds: number
  /** Who lacks a right on every resource. Kartverket grants both to everybody (dsve.md 1.1), so: nobody. */
  readonly denied: readonly { readonly organisation: string; readonly right: 'read' | 'write' }[]
}

export interface ResourceSettings {
  /** Life of a transfer, at most 365 days. */
  readonly lifeMs: number
  /** Most bytes of a file. */
  readonly maxFileBytes: number
  /** From the last confirmation until the file is purged, at most 24 hours. */
  readonly purgeGraceMs: number
  /** Organisation numbers that may receive; null lets everybody. */
  readonly accessList: readonly string[] | null
  /** Organisation number that must be sender or one of the recipients. */
  readonly requiredParty: string | null
  /** Whether senders may decline the virus scan. */
  readonly mayDisableVirusScan: boolean
  /** False for a resource that Altinn knows and the broker has not been told of. */
  readonly configured: boolean
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const mebibyte = 1024 * 1024

/** What of `kv_dsve*` is not public has the broker's own defaults (dsve.md 1.10). */
export const usualResource: ResourceSettings = {
  lifeMs: 30 * day,
  maxFileBytes: 2 * 1024 * mebibyte,
  purgeGraceMs: 2 * hour,
  accessList: null,
  requiredParty: null,
  mayDisableVirusScan: false,
  configured: true,
}

export const usualSettings: BrokerSettings = {
  resources: { [dsveResources.test]: usualResource },
  scanMs: 500,
  stuckUploadMs: day,
  confirmStatus: 204,
  searchCap: 100,
  limits: { search: 10, details: 10, other: 120 },
  limitWindowMs: minute,
  uncounted: [],
  formBytes: 64 * mebibyte,
  storageBytes: 1024 * mebibyte,
  mostTransfers: 10_000,
  // Twelve, growing; the documentation names the number and not all of the waits.
  eventRetriesMs: [
    ...[10 * second, 30 * second, minute, 5 * minute, 10 * minute, 30 * minute],
    ...[hour, 3 * hour, 6 * hour, 12 * hour, 12 * hour, 12 * hour],
  ],
  eventDeadlineMs: 10 * second,
  audience: null,
  exchangedTokenSeconds: 1800,
  denied: [],
}

/** Throws an Error that names the setting, its bounds and what it is. */
export function checkedSettings(changes: Partial<BrokerSettings>): BrokerSettings {
  const settings = { ...usualSettings, ...changes }
  for (const [id, resource] of Object.entries(settings.resources)) {
    within(`resources.${id}.lifeMs`, resource.lifeMs, 1, 365 * day)
    within(`resources.${id}.purgeGraceMs`, resource.purgeGraceMs, 0, day)
    within(`resources.${id}.maxFileBytes`, resource.maxFileBytes, 1)
  }
  within('scanMs', settings.scanMs, 0)
  within('stuckUploadMs', settings.stuckUploadMs, 1)
  within('searchCap', settings.searchCap, 1, 100)
  within('limitWindowMs', settings.limitWindowMs, 1)
  for (const [name, limit] of Object.entries(settings.limits)) within(`limits.${name}`, limit, 0)
  within('formBytes', settings.formBytes, 1)
  within('storageBytes', settings.storageBytes, 1)
  within('mostTransfers', settings.mostTransfers, 1)
  within('eventDeadlineMs', settings.eventDeadlineMs, 1)
  return settings
}

function within(name: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new Error(
    `Altinn Broker: ${name} is ${value}; give a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? ' up' : ` to ${most}`}`,
  )
}
