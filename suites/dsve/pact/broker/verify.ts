import { Verifier } from '@pact-foundation/pact'
import { dsveResources } from '../../../../contracts/altinn-broker/statuses.ts'
import type { InitialiseRequest } from '../../../../contracts/altinn-broker/wire.ts'
import { refusalPayload } from '../../../../contracts/dsve/transfer/payload.ts'
import { requestProperties } from '../../../../contracts/dsve/transfer/properties.ts'
import { type Behind, type Door, openDoor } from '../../../kit/opener/door.ts'
import { type Client, clientAt } from './client.ts'
import { type State, type StateValues, states } from './states.ts'

/** Somebody with access to the broker. */
export interface Party {
  /** `0192:` and nine digits. */
  readonly id: string
  /** One that Maskinporten gives, with all scopes of the broker. */
  token(): Promise<string>
}

/** Where the broker is, and who acts there. */
export interface Provider extends Pick<Behind, 'url' | 'trust'> {
  readonly bank: Party
  readonly megler: Party
}

/** Lets Pact's own verifier hold the contract against it. Rejects with what does not fit. */
export async function verifyPact(provider: Provider, file: string): Promise<void> {
  const bearer = async () => ({ authorization: `Bearer ${await provider.bank.token()}` })
  const [door, plain] = await Promise.all([openDoor({ ...provider, headers: bearer }), openDoor(provider)])
  try {
    await new Verifier({
      provider: 'altinn-broker',
      providerBaseUrl: door.url,
      pactUrls: [file],
      stateHandlers: stateHandlers(provider, plain),
      logLevel: 'error',
    }).verifyProvider()
  } finally {
    await Promise.all([door.close(), plain.close()])
  }
}

const longestMs = 5_000

function stateHandlers({ bank, megler }: Provider, { url }: Door): Record<State, () => Promise<Values>> {
  const as = async ({ token }: Party) => clientAt(url, await token())
  const parties = { bank: bank.id, megler: megler.id }
  const begun = async (from: Party, to: Party) => (await as(from)).initialise(transferOf(from, to))
  const asked = async () => {
    const id = await begun(megler, bank)
    await (await as(megler)).upload(id, refusalPayload())
    await published(await as(megler), id)
    return id
  }
  /** What waits from states before is taken away, so that a search finds the request of this one, or nothing. */
  const emptied = async () => {
    const client = await as(bank)
    for (const id of await client.waiting()) await client.download(id)
  }
  const after = async (id: string, does: (client: Client) => Promise<unknown>) => {
    await does(await as(bank))
    return { ...parties, fileTransferId: id }
  }
  const fetched = async (id: string) => after(id, (client) => client.download(id))
  return {
    [states.calm]: async () => parties,
    [states.nothing]: async () => {
      await emptied()
      return parties
    },
    [states.waiting]: async () => {
      await emptied()
      return { ...parties, fileTransferId: await asked() }
    },
    [states.begun]: async () => fetched(await asked()),
    [states.confirmed]: async () => {
      const { fileTransferId } = await fetched(await asked())
      return after(fileTransferId, (client) => client.confirm(fileTransferId))
    },
    [states.initialised]: async () => ({ ...parties, fileTransferId: await begun(bank, megler) }),
    [states.uploaded]: async () => {
      const id = await begun(bank, megler)
      return after(id, (client) => client.upload(id, refusalPayload()))
    },
  }
}
type Values = StateValues & Readonly<Record<string, string>>

const transferOf = (from: Party, to: Party): InitialiseRequest => ({
  fileName: 'restgjeldsforespoersel_1.zip',
  resourceId: dsveResources.test,
  sendersFileTransferReference: 'R-1',
  sender: from.id,
  recipients: [to.id],
  propertyList: requestProperties('restgjeldsforespoersel'),
})

/** A virus scan stands between an upload and its publication. */
async function published(client: Client, id: string): Promise<void> {
  const until = Date.now() + longestMs
  for (;;) {
    const { fileTransferStatus: status } = await client.overview(id)
    if (status === 'Published') return
    if (Date.now() > until) throw new Error(`the request was not published in ${longestMs / 1000} s: ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
