import type { Aktoer } from '../../contracts/akeldo/actor.ts'

/** Who is registered. */
export interface Actors {
  all(): readonly Aktoer[]
  find(organisationNumber: string): Aktoer | undefined
  /** Replaces an entry of the same organisation. Throws an Error that names what is wrong with it. */
  register(actor: Registered): void
  remove(organisationNumber: string): void
}

/** An entry in fewer words. */
export interface Registered {
  readonly organisationNumber: string
  readonly name: string
  readonly roles: readonly ('Bank' | 'Megler')[]
  readonly receives: readonly string[]
  readonly sends: readonly string[]
  /** Default: a supplier and an address, as many are. */
  readonly registeredBy?: string
}

/** `now` is written into what is registered: milliseconds since 1970. */
export function createActors(given: readonly Registered[], now: () => number): Actors {
  const byNumber = new Map<string, Aktoer>()
  const register = (actor: Registered) => byNumber.set(actor.organisationNumber, entryOf(actor, now()))
  for (const actor of given) register(actor)
  return {
    all: () => [...byNumber.values()],
    find: (organisationNumber) => byNumber.get(organisationNumber),
    register,
    remove: (organisationNumber) => byNumber.delete(organisationNumber),
  }
}

function entryOf({ organisationNumber, name, roles, receives, sends, registeredBy }: Registered, now: number): Aktoer {
  if (!/^\d{9}$/.test(organisationNumber)) {
    throw new Error(`AKELDO: organisation number "${organisationNumber}" does not have nine digits`)
  }
  const listed = (types: readonly string[]) => types.map((meldingstype) => ({ meldingstype }))
  return {
    organisasjonsnavn: name,
    innsender: registeredBy ?? 'Systemleverandøren AS (post@leverandoer.example)',
    roller: roles.map((rolle) => ({ rolle })),
    mottaksliste: listed(receives),
    organisasjonsnummer: organisationNumber,
    sendeliste: listed(sends),
    sistEndret: osloTime(now),
  }
}

const clock = new Intl.DateTimeFormat('nb-NO', {
  timeZone: 'Europe/Oslo',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** `dd.MM.yyyy HH:mm:ss`. */
const osloTime = (now: number) => clock.format(new Date(now)).replace(',', '')
