import { PactV4 } from '@pact-foundation/pact'
import type { Contract } from './letters.ts'

/** Writes a contract of messages by having our own reader read each: what it can make use of is what it asks for. */
export async function makePact({ consumer, provider, letters }: Contract, folder: string): Promise<void> {
  const pact = new PactV4({ consumer, provider, dir: folder, logLevel: 'error' })
  for (const { description, state, contents, reads } of letters) {
    await pact
      .addAsynchronousInteraction()
      .given(state)
      .expectsToReceive(description, (builder) => {
        builder.withJSONContent(contents)
      })
      .executeTest(async ({ contents: { content } }) => {
        if (!reads(content)) throw new Error(`${description}: the reader did not read what the contract promises`)
      })
  }
}
