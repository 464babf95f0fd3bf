import type { Http, HttpAnswer } from '../http.ts'

/** What Brreg answers, without a socket: for thousands of polls. */

export interface Entry {
  readonly uuid: string
  readonly debitor: string
  readonly type: string
  /** Milliseconds since 1970. */
  readonly registered: number
  readonly detail?: Readonly<Record<string, unknown>>
}

/** How the calls that come are answered, one after the other; well when there is none left. */
export type Mood = 'well' | '500' | 'reset' | 'truncated' | 'html'

interface InMemory {
  readonly baseUrl: string
  readonly published: Entry[]
  /** Delivered once more with the next list. */
  readonly again: Set<string>
  moods: Mood[]
  inclusive: boolean
  order: 'ascending' | 'descending'
  /** Is told before each answer. */
  onCall: () => void
  readonly http: () => Http
}

export function brregInMemory(): InMemory {
  const brreg: InMemory = {
    baseUrl: 'https://brreg.test',
    published: [],
    again: new Set(),
    moods: [],
    inclusive: false,
    order: 'ascending',
    onCall: () => undefined,
    http: () => ({
      get: async (url, signal) => {
        brreg.onCall()
        await null
        signal.throwIfAborted()
        return answered(brreg.moods.shift() ?? 'well', () => bodyAt(brreg, url))
      },
      send: async () => jsonOf(405, {}),
      close: async () => undefined,
    }),
  }
  return brreg
}

function bodyAt(brreg: InMemory, url: string): unknown {
  const [, last = ''] = /\/([^/]*)$/.exec(url) ?? []
  const found = brreg.published.find(({ uuid }) => uuid === last)
  if (found !== undefined) return { ...itemOf(brreg, found), ...found.detail }
  const since = Date.parse(last)
  const listed = brreg.published
    .filter(
      ({ uuid, registered }) => (brreg.inclusive ? registered >= since : registered > since) || brreg.again.has(uuid),
    )
    .toSorted((one, other) => (brreg.order === 'ascending' ? 1 : -1) * (one.registered - other.registered))
  brreg.again.clear()
  return listed.length === 0 ? {} : { _embedded: { konkursvarsler: listed.map((entry) => itemOf(brreg, entry)) } }
}

const itemOf = ({ baseUrl }: InMemory, { uuid, debitor, type, registered }: Entry) => ({
  uuid,
  type,
  debitor,
  registreringstidspunkt: new Date(registered).toISOString(),
  kjennelsesdato: '2026-11-19',
  _links: { self: { href: `${baseUrl}/konkursvarsler/${uuid}` } },
})

function answered(mood: Mood, body: () => unknown): HttpAnswer {
  if (mood === 'reset') throw new Error('the connection was reset')
  if (mood === '500') return jsonOf(500, {})
  if (mood === 'html') return { status: 200, retryAfter: null, bytes: new TextEncoder().encode('<html>') }
  const whole = jsonOf(200, body())
  return mood === 'well' ? whole : { ...whole, bytes: whole.bytes.subarray(0, Math.ceil(whole.bytes.length / 2)) }
}

const jsonOf = (status: number, value: unknown): HttpAnswer => ({
  status,
  retryAfter: null,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
})
