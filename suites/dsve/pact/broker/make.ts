import { MatchersV3, PactV4 } from '@pact-foundation/pact'
import { clientAt } from './client.ts'
import { type Interaction, interactions } from './interactions.ts'
import { examples } from './states.ts'

/** Writes the contract by driving our own client against Pact's mock of the broker: what it sends is what it promises. */

export const fileName = 'bank-altinn-broker.json'

/** Rejects when the client sends anything else than the contract says, or cannot read what the contract promises. */
export async function makePact(folder: string): Promise<void> {
  const pact = new PactV4({ consumer: 'bank', provider: 'altinn-broker', dir: folder, logLevel: 'error' })
  for (const interaction of interactions) await drive(pact, interaction)
}

/** A bearer token that says what it is; a provider puts a real one in its place. */
const exampleToken = 'a-token-of-the-test-environment'

const zip = 'application/zip'

const { fromProviderState, matchStatus, regex } = MatchersV3

async function drive(pact: PactV4, interaction: Interaction): Promise<void> {
  const { description, state, method, path, query, headers, sends, statuses, answers, reads } = interaction
  await pact
    .addInteraction()
    .given(state)
    .uponReceiving(description)
    .withRequest(method, byState(path), (builder) => {
      if (sends !== undefined && 'zip' in sends) builder.body(zip, Buffer.from(sends.zip))
      // After the file, whose kind is looked for in its bytes and would stand in the header otherwise.
      builder.headers({ ...headers, Authorization: regex('^Bearer .+', `Bearer ${exampleToken}`) })
      if (query !== undefined) builder.query(query)
      if (sends !== undefined && 'json' in sends) builder.jsonBody(sends.json)
    })
    .willRespondWith(statuses.length > 1 ? matchStatus(statuses[0], [...statuses]) : statuses[0], (builder) => {
      if (answers === undefined) return
      if (answers.zip !== undefined) builder.body(zip, Buffer.from(answers.zip))
      // In lower case: the verifier does not find the rule of a header in any other spelling.
      builder.headers({ 'content-type': regex(`^${answers.type.replace('+', '\\+')}.*`, answers.type) })
      if (answers.json !== undefined) builder.jsonBody(answers.json)
    })
    .executeTest(async ({ url }) => {
      if (!(await reads(clientAt(url, exampleToken))))
        throw new Error(`${description}: the client did not read what the contract promises`)
    })
}

/** The value of the provider's state stands in for its example. */
const byState = (path: string) =>
  path.includes(examples.fileTransferId)
    ? // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of Pact
      fromProviderState(path.replace(examples.fileTransferId, '${fileTransferId}'), path)
    : path
