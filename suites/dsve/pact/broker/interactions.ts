import { MatchersV3 } from '@pact-foundation/pact'
import { dsveResources } from '../../../../contracts/altinn-broker/statuses.ts'
import type { InitialiseRequest } from '../../../../contracts/altinn-broker/wire.ts'
import { refusalPayload } from '../../../../contracts/dsve/transfer/payload.ts'
import { replyProperties } from '../../../../contracts/dsve/transfer/properties.ts'
import { type Client, confirmedBefore, json, octets, paths, search } from './client.ts'
import { examples, type State, states } from './states.ts'

/** What a bank needs of Altinn Broker: one row is one question, the state it is put in, and as much of the answer as is used. */
export interface Interaction {
  readonly description: string
  readonly state: State
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** JSON with matchers, which say what may differ; or any file that is a ZIP. */
  readonly sends?: { readonly json: object } | { readonly zip: Uint8Array }
  /** Others beside the one in the contract where both mean the same. */
  readonly statuses: readonly [number, ...number[]]
  /** Left out where it is not looked at. */
  readonly answers?: { readonly type: string; readonly json?: unknown; readonly zip?: Uint8Array }
  /** Whether our client makes of the answer what it should. */
  readonly reads: (client: Client) => Promise<boolean>
}

const { eachLike, fromProviderState, like, regex } = MatchersV3

const id = examples.fileTransferId
const guid = regex('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', id)
const party = (number: string) => regex('^0192:[0-9]{9}$', number)
const given = { json: { fileTransferId: guid }, type: 'application/json' }

/** Of a refusal: the reply that holds least, and a lawful one. */
const zip = refusalPayload()

const reply: InitialiseRequest = {
  fileName: 'restgjeldssvar_1.zip',
  resourceId: dsveResources.test,
  sendersFileTransferReference: 'R-1',
  sender: examples.bank,
  recipients: [examples.megler],
  propertyList: replyProperties('restgjeldssvar', 'Feil', 'Banken har ikke pant i eiendommen.'),
}

export const interactions: readonly Interaction[] = [
  {
    description: 'an exchange of a token of Maskinporten',
    state: states.calm,
    method: 'GET',
    path: paths.exchange,
    statuses: [200],
    reads: async (client) => typeof (await client.exchange()) === 'string',
  },
  {
    description: 'a search for requests, when one waits',
    state: states.waiting,
    method: 'GET',
    path: paths.transfers,
    query: search,
    headers: json,
    statuses: [200],
    answers: { type: 'application/json', json: eachLike(guid) },
    reads: async (client) => (await client.waiting()).length === 1,
  },
  {
    description: 'a search for requests, when none waits',
    state: states.nothing,
    method: 'GET',
    path: paths.transfers,
    query: search,
    headers: json,
    statuses: [200],
    answers: { type: 'application/json', json: [] },
    reads: async (client) => (await client.waiting()).length === 0,
  },
  {
    description: 'the overview of a request',
    state: states.waiting,
    method: 'GET',
    path: paths.overview(id),
    headers: json,
    statuses: [200],
    answers: {
      type: 'application/json',
      json: {
        fileTransferId: guid,
        resourceId: dsveResources.test,
        fileName: like('restgjeldsforespoersel_1.zip'),
        sendersFileTransferReference: like('R-1'),
        fileTransferStatus: regex('^(Published|AllConfirmedDownloaded)$', 'Published'),
        sender: party(examples.megler),
        recipients: eachLike({
          recipient: party(examples.bank),
          currentRecipientFileTransferStatusCode: regex(
            '^(Initialized|DownloadStarted|DownloadConfirmed)$',
            'Initialized',
          ),
        }),
        propertyList: {
          messageType: regex('^([Rr]estgjeldsforespoersel|[Ii]nnfrielsessaldoforespoersel)$', 'Restgjeldsforespoersel'),
        },
      },
    },
    reads: async (client) => {
      const { sender, propertyList } = await client.overview(id)
      return sender === examples.megler && propertyList.messageType === 'Restgjeldsforespoersel'
    },
  },
  {
    description: 'the file of a request',
    state: states.waiting,
    method: 'GET',
    path: paths.download(id),
    headers: { Accept: octets },
    statuses: [200],
    answers: { type: octets, zip },
    reads: async (client) => zip.length === (await client.download(id)).length,
  },
  {
    description: 'a confirmation of what was downloaded and stored',
    state: states.begun,
    method: 'POST',
    path: paths.confirm(id),
    statuses: [204, 200],
    reads: async (client) => (await client.confirm(id)) === 'confirmed',
  },
  {
    description: 'a second confirmation',
    state: states.confirmed,
    method: 'POST',
    path: paths.confirm(id),
    statuses: [400],
    answers: { type: 'application/problem+json', json: { code: confirmedBefore } },
    reads: async (client) => (await client.confirm(id)) === 'confirmed before',
  },
  {
    description: 'the beginning of a reply',
    state: states.calm,
    method: 'POST',
    path: paths.transfers,
    headers: { ...json, 'Content-Type': 'application/json' },
    sends: {
      json: {
        ...reply,
        fileName: like(reply.fileName),
        sendersFileTransferReference: like(reply.sendersFileTransferReference),
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of Pact
        sender: fromProviderState('${bank}', examples.bank),
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of Pact
        recipients: [fromProviderState('${megler}', examples.megler)],
      },
    },
    statuses: [200],
    answers: given,
    reads: async (client) => (await client.initialise(reply)) === id,
  },
  {
    description: 'the file of a reply',
    state: states.initialised,
    method: 'POST',
    path: paths.upload(id),
    headers: { ...json, 'Content-Type': octets },
    sends: { zip },
    statuses: [200],
    answers: given,
    reads: async (client) => (await client.upload(id, zip)) === 'uploaded',
  },
  {
    description: 'the file of a reply that has one',
    state: states.uploaded,
    method: 'POST',
    path: paths.upload(id),
    headers: { ...json, 'Content-Type': octets },
    sends: { zip },
    statuses: [409],
    reads: async (client) => (await client.upload(id, zip)) === 'spent',
  },
]
