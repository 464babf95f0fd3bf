import { MatchersV3 } from '@pact-foundation/pact'
import { avslutningskoder, konkursgrunnlag, noticeTypes } from '../../../contracts/konkursvarsel/codes.ts'
import { type Client, paths } from './client.ts'
import { examples, type State, states } from './states.ts'

/** What a bank needs of Brreg: one row is one question, the state it is put in, and as much of the answer as is used. */
export interface Interaction {
  readonly description: string
  readonly state: State
  readonly path: string
  readonly status: number
  /** Left out where it is not looked at. */
  readonly body?: object
  /** Whether our client makes of the answer what it should. */
  readonly reads: (client: Client) => Promise<boolean>
}

const { eachLike, regex } = MatchersV3

const day = '^\\d{4}-\\d{2}-\\d{2}$'
const anyOf = (values: readonly string[]) => `^(${values.join('|')})$`

/** The six members that are documented; `kjennelsesdato` for certain on an aapning alone. */
const notice = (type: object) => ({
  uuid: regex('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', examples.uuid),
  type,
  registreringstidspunkt: regex('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$', '2018-06-08T11:34:23.111Z'),
  debitor: regex('^([0-9]{9}|[0-9]{11})$', '910425463'),
  _links: {
    self: { href: regex('^https://.+', `https://konkursvarsel.ppe-vcert.brreg.no/konkursvarsler/${examples.uuid}`) },
  },
})

const list = { _embedded: { konkursvarsler: eachLike(notice(regex(anyOf(noticeTypes), 'aapning'))) } }

export const interactions: readonly Interaction[] = [
  {
    description: 'all notices',
    state: states.withNotices,
    path: paths.everything,
    status: 200,
    body: list,
    reads: async (client) => isListOf(1, await client.everything()),
  },
  {
    description: 'the notices after a time',
    state: states.withNotices,
    path: paths.updated(examples.since),
    status: 200,
    body: list,
    reads: async (client) => isListOf(1, await client.updated(examples.since)),
  },
  {
    // How an empty list is rendered is not documented: an object it is in any case.
    description: 'the notices after a time, when there are none',
    state: states.withNothingNew,
    path: paths.updated(examples.since),
    status: 200,
    body: {},
    reads: async (client) => isListOf(0, await client.updated(examples.since)),
  },
  {
    description: 'an aapning in full',
    state: states.withOpening,
    path: paths.detail(examples.uuid),
    status: 200,
    body: {
      ...notice(regex('^aapning$', 'aapning')),
      kjennelsesdato: regex(day, '2018-06-08'),
      konkursgrunnlag: regex(anyOf(konkursgrunnlag), 'O'),
    },
    reads: async (client) => {
      const found = await client.detail(examples.uuid)
      return found?.ok === true && found.value.konkursgrunnlag === 'O'
    },
  },
  {
    description: 'an avslutning in full',
    state: states.withClosing,
    path: paths.detail(examples.uuid),
    status: 200,
    body: {
      ...notice(regex('^avslutning$', 'avslutning')),
      avslutningskode: regex(anyOf(avslutningskoder), 'M'),
      innstillingsdato: regex(day, '2018-06-08'),
    },
    reads: async (client) => {
      const found = await client.detail(examples.uuid)
      return found?.ok === true && found.value.avslutningskode === 'M' && found.value.innstillingsdato !== null
    },
  },
  {
    description: 'a notice that there is not',
    state: states.without,
    path: paths.detail(examples.uuid),
    status: 404,
    reads: async (client) => (await client.detail(examples.uuid)) === null,
  },
]

const isListOf = (count: number, list: Awaited<ReturnType<Client['everything']>>) =>
  list.ok && list.value.length === count && list.value.every(({ ok }) => ok)
