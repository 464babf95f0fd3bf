import { MatchersV3, PactV4 } from '@pact-foundation/pact'
import { bankAt, bosidenAt, examples } from './client.ts'
import { type Interaction, ofBank, ofBosiden } from './interactions.ts'

/** Writes the contracts by driving our own clients against Pact's mock of the register: what they send is what they promise. */

export const fileNames = { bank: 'bank-kfr.json', bosiden: 'bosiden-kfr.json' } as const

/** Both reject when a client sends anything else than the contract says, or cannot read what the contract promises. */
export const makeBankPact = (folder: string) => make(folder, 'bank', ofBank, bankAt)
export const makeBosidenPact = (folder: string) => make(folder, 'bosiden', ofBosiden, bosidenAt)

async function make<Client>(
  dir: string,
  consumer: keyof typeof fileNames,
  interactions: readonly Interaction<Client>[],
  clientAt: (url: string) => Client,
): Promise<void> {
  const pact = new PactV4({ consumer, provider: 'kfr', dir, logLevel: 'error' })
  for (const interaction of interactions) await drive(pact, interaction, clientAt)
}

const { regex } = MatchersV3

async function drive<Client>(
  pact: PactV4,
  { description, state, method, path, query = {}, headers, sends, status, body, echoes, reads }: Interaction<Client>,
  clientAt: (url: string) => Client,
): Promise<void> {
  const { Authorization: token, ...others } = headers
  const asked = token === undefined ? others : { ...others, Authorization: regex('^[Bb]earer .+', token) }
  await pact
    .addInteraction()
    .given(state)
    .uponReceiving(description)
    .withRequest(method, path, (builder) => {
      builder.headers(asked).query(query)
      if (sends !== undefined) builder.headers({ 'Content-Type': sends.contentType }).body('text/plain', sends.body)
    })
    .willRespondWith(status, (builder) => {
      // In lower case: the verifier does not find the rule of a header in any other spelling.
      if (echoes) builder.headers({ correlationid: regex(`^${examples.correlation}$`, examples.correlation) })
      if (body === undefined) return
      builder.headers({ 'content-type': regex('^application/json.*', 'application/json;charset=UTF-8') }).jsonBody(body)
    })
    .executeTest(async ({ url }) => {
      if (!(await reads(clientAt(url))))
        throw new Error(`${description}: the client did not read what the contract promises`)
    })
}
