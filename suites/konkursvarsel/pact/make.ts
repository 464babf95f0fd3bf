import { MatchersV3, PactV4 } from '@pact-foundation/pact'
import { clientAt, headers } from './client.ts'
import { type Interaction, interactions } from './interactions.ts'
import { examples } from './states.ts'

/** Writes the contract by driving our own client against Pact's mock of Brreg: what it sends is what it promises. */

export const fileName = 'bank-konkursvarsel.json'

/** Rejects when the client sends anything else than the contract says, or cannot read what the contract promises. */
export async function makePact(folder: string): Promise<void> {
  const pact = new PactV4({ consumer: 'bank', provider: 'konkursvarsel', dir: folder, logLevel: 'error' })
  for (const interaction of interactions) await drive(pact, interaction)
}

const { fromProviderState, regex } = MatchersV3

async function drive(pact: PactV4, { description, state, path, status, body, reads }: Interaction): Promise<void> {
  await pact
    .addInteraction()
    .given(state)
    .uponReceiving(description)
    .withRequest('GET', byState(path), (builder) => {
      builder.headers(headers)
    })
    .willRespondWith(status, (builder) => {
      if (body === undefined) return
      // In lower case: the verifier does not find the rule of a header in any other spelling.
      builder.headers({ 'content-type': regex('^application/json.*', 'application/json;charset=UTF-8') }).jsonBody(body)
    })
    .executeTest(async ({ url }) => {
      if (!(await reads(clientAt(url))))
        throw new Error(`${description}: the client did not read what the contract promises`)
    })
}

/** The value of the provider's state stands in for its example. */
function byState(path: string) {
  const key = (Object.keys(examples) as (keyof typeof examples)[]).find((name) => path.includes(examples[name]))
  return key === undefined ? path : fromProviderState(path.replace(examples[key], `\${${key}}`), path)
}
