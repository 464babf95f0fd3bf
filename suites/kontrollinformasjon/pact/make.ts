import { MatchersV3, PactV4 } from '@pact-foundation/pact'
import type { Request } from '../../kit/ask/request.ts'
import { askAt, estate } from './client.ts'
import { type Interaction, interactions } from './interactions.ts'
import { examples } from './states.ts'

/** Writes the contract by driving our own client against Pact's mock of a bank: what it sends is what it promises. */

export const fileName = 'bosiden-bank.json'

/** Rejects when the client sends anything else than the contract says, or cannot read what the contract promises. */
export async function makePact(folder: string): Promise<void> {
  const pact = new PactV4({ consumer: 'bosiden', provider: 'bank', dir: folder, logLevel: 'error' })
  for (const interaction of interactions) await drive(pact, interaction)
}

const { fromProviderState, regex, uuid } = MatchersV3

async function drive(pact: PactV4, { description, state, question, status, body }: Interaction): Promise<void> {
  const request = question(estate)
  await pact
    .addInteraction()
    .given(state)
    .uponReceiving(description)
    .withRequest(request.method, pathOf(request), (builder) => {
      builder.query(byState(request.query)).headers({
        ...byState(request.headers),
        ...Object.fromEntries(Object.keys(request.invents).map((name) => [name, uuid()])),
        Authorization: regex('^Bearer .+', 'Bearer a-token-of-the-test-environment'),
      })
    })
    .willRespondWith(status, (builder) => {
      // In lower case: the verifier does not find the rule of a header in any other spelling.
      builder.headers({ 'content-type': regex('^application/json.*', 'application/json') }).jsonBody(body)
    })
    .executeTest(async ({ url }) => {
      const answer = await askAt(url, request, 'pact')
      if (answer.status !== status || answer.body === undefined)
        throw new Error(`${description}: the client did not get what the contract promises`)
    })
}

const pathOf = ({ path }: Request) =>
  path.includes(examples.accountReference)
    ? fromProviderState(path.replace(examples.accountReference, `\${accountReference}`), path)
    : path

/** Header or parameter, and the value of the provider's state that stands in for its example. */
const ofState: Readonly<Record<string, keyof typeof examples>> = {
  PartyID: 'partyId',
  fromDate: 'fromDate',
  toDate: 'toDate',
}

function byState(members: Readonly<Record<string, string>>) {
  const entries = Object.entries(members).map(([name, value]) => {
    const key = ofState[name]
    return [name, key === undefined ? value : fromProviderState(`\${${key}}`, examples[key])] as const
  })
  return Object.fromEntries(entries)
}
