import { randomUUID } from 'node:crypto'
import { today } from '../../contracts/calendar.ts'
import { type Listening, partyPorts } from '../../contracts/control/ports.ts'
import type { PartyName } from '../../contracts/control/protocol.ts'
import { invent } from '../kit/ask/request.ts'
import type { Target } from '../kit/target.ts'
import { caseOf } from '../kontrollinformasjon/bosiden.ts'
import { makePartyKeys, startMocks } from './mocks.ts'
import { referenceTarget } from './reference.ts'

/** The mocks as `scripts/bench` measures them: each alone in a process, with a question that it answers again and again. */

export interface BenchQuestion {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

interface Stand {
  /** Lawful for two minutes: its token lives no longer. */
  question(): Promise<BenchQuestion>
}

export const benchOptions = { seed: 1, day: today(new Date()), faults: [] }
const plain = () => referenceTarget({ ...benchOptions, withoutTls: true })
const secure = () => referenceTarget(benchOptions)

/**
 * Every stand by name. No one closes them: their process ends. Fjordbanken is not among them, because it refuses a
 * CorrelationID that it has seen, as a bank may, and a client of load puts one question again and again.
 */
export const stands = {
  'reference bank, http, no token: 401': async () => refused(await plain()),
  'reference bank, http, JSON': async () => listed(await plain(), 'application/json'),
  'reference bank, http, JWE': async () => listed(await plain(), 'application/jose'),
  'reference bank, https, JSON': async () => listed(await secure(), 'application/json'),
  'reference bank, https, JWE': async () => listed(await secure(), 'application/jose'),
  'Maskinporten, https, metadata': () => party('maskinporten', '/.well-known/'),
  'Maskinporten, https, key set': () => party('maskinporten', '/jwk'),
  'CertPub, https, certificate': () => party('certpub', '/publisher/'),
  'endpoint catalogue, https, harvest': () => party('catalogue', '/directharvest/'),
} as const satisfies Record<string, () => Promise<Stand>>
export type StandName = keyof typeof stands

/** The account list of one debtor, as bosiden asks for it. */
export function listed(target: Target, accept: string): Stand {
  const { list } = caseOf(target, 'P1')
  const asked = new URLSearchParams(list.query)
  return {
    question: async () => {
      const { token } = await target.control.mint({ recipe: list.token ?? {} })
      const ids = invent(randomUUID(), 'bench', list)
      return {
        url: `${target.baseUrl}${list.path}?${asked}`,
        headers: { ...list.headers, ...ids, Accept: accept, Authorization: `Bearer ${token}` },
      }
    },
  }
}

/** All that a bank needs besides its own work: HTTP, the router, and an answer. */
function refused(target: Target): Stand {
  const { question } = listed(target, 'application/json')
  return {
    question: async () => {
      const { url, headers } = await question()
      const { Authorization: _, ...others } = headers
      return { url, headers: others }
    },
  }
}

const freePorts = Object.fromEntries(Object.keys(partyPorts).map((name) => [name, 0])) as Record<Listening, number>

/** One of the addresses that a party shows as its examples. */
async function party(only: PartyName, path: string): Promise<Stand> {
  const { places } = await startMocks({
    only: [only],
    host: '127.0.0.1',
    ports: freePorts,
    keys: await makePartyKeys(),
    faults: [],
    bank: { organisationNumber: '310000001', name: 'Referansebanken', baseUrl: 'https://127.0.0.1/v2' },
  })
  const url = places.flatMap(({ examples }) => examples).find((example) => example.includes(path))
  if (url === undefined) throw new Error(`${only} shows no example with ${path}`)
  return { question: async () => ({ url, headers: { Accept: '*/*' } }) }
}
