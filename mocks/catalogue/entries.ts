/**
 * What is registered in the endpoint catalogue (felles datakatalog; maskinporten.md section 4). Member names and the two
 * environments are those of public code of its provider; nothing of it is documented by its owner.
 */

const environments = ['test', 'prod'] as const
type Environment = (typeof environments)[number]

export interface CatalogueEntry {
  /** Nine digits. */
  readonly organisationNumber: string
  readonly name: string
  /** Used unchanged as the base of calls, and as the audience of tokens. */
  readonly baseUrl: string
  /** Default `V2`. */
  readonly version?: string
  /** Default `test`. */
  readonly environment?: Environment
  /** `yyyy-MM-dd`, both included; an entry without them is always in force. */
  readonly fromDate?: string
  readonly toDate?: string
}

/** As it goes over the wire. */
export interface WireEntry {
  readonly orgNo: string
  readonly name: string
  readonly url: string
  readonly version: string
  readonly env: Environment
  readonly fromDate?: string
  readonly toDate?: string
}

export interface Entries {
  /** Adds an entry. Throws an Error that says what is wrong with it. */
  register(entry: CatalogueEntry): void
  /** In the order in which they were registered. */
  all(): readonly CatalogueEntry[]
  /** Of one organisation, whatever their dates. */
  of(organisationNumber: string): readonly CatalogueEntry[]
}

export function createEntries(given: readonly CatalogueEntry[] = []): Entries {
  const entries: CatalogueEntry[] = []
  const register = (entry: CatalogueEntry) => {
    check(entry)
    entries.push(entry)
  }
  for (const entry of given) register(entry)
  return {
    register,
    all: () => entries,
    of: (organisationNumber) => entries.filter((entry) => entry.organisationNumber === organisationNumber),
  }
}

function check({ organisationNumber, baseUrl, fromDate = '', toDate = '' }: CatalogueEntry): void {
  const wrong = (what: string) => new Error(`The endpoint catalogue cannot list ${organisationNumber}: ${what}`)
  if (!/^\d{9}$/.test(organisationNumber)) throw wrong('an organisation number has nine digits')
  if (!/^https:\/\/[^?#\s]+$/.test(baseUrl)) throw wrong('its base URL must begin with https:// and have no query')
  if (![fromDate, toDate].every((day) => /^(\d{4}-\d\d-\d\d)?$/.test(day))) throw wrong('write days as yyyy-MM-dd')
  if (fromDate !== '' && toDate !== '' && toDate < fromDate) throw wrong('toDate lies before fromDate')
}

/** In force on a day, `yyyy-MM-dd`. */
export const isInForce = ({ fromDate = '', toDate = '9999-12-31' }: CatalogueEntry, day: string): boolean =>
  fromDate <= day && day <= toDate

export const onTheWire =
  ({ withDates }: { readonly withDates: boolean }) =>
  (entry: CatalogueEntry): WireEntry => ({
    orgNo: entry.organisationNumber,
    name: entry.name,
    url: entry.baseUrl,
    version: entry.version ?? 'V2',
    env: entry.environment ?? 'test',
    ...(withDates && entry.fromDate !== undefined ? { fromDate: entry.fromDate } : {}),
    ...(withDates && entry.toDate !== undefined ? { toDate: entry.toDate } : {}),
  })
