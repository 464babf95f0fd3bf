import { Verifier } from '@pact-foundation/pact'
import type { Contract } from './letters.ts'

/** What a transfer of the sender carries, once it was made to write that letter in that state. */
export type Sends = (description: string, state: string) => Promise<object>

/** Lets Pact's own verifier hold the contract against whoever sends. Rejects with what does not fit. */
export async function verifyPact({ provider, letters }: Contract, sends: Sends, file: string): Promise<void> {
  await new Verifier({
    provider,
    pactUrls: [file],
    messageProviders: Object.fromEntries(
      letters.map(({ description, state }) => [description, () => sends(description, state)]),
    ),
    logLevel: 'error',
  }).verifyProvider()
}
