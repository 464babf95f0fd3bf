import { Verifier } from '@pact-foundation/pact'
import type { Contract } from './letters.ts'

/** What a transfer of the sender carries, once it was made to write that letter in that state. */
export type Sends = (description: string, state: string) => Promise<object>

/** What of which letter does not fit, as `restgjeldssvar with amounts: $.propertyList.status`; `$` alone where none was sent. */
export function misfitsIn({ letters }: Contract, error: Error): readonly string[] {
  const { errors } = JSON.parse(error.message) as Verified
  return errors.flatMap(({ interaction, mismatch }) => {
    const letter = letters.find(({ description }) => interaction.endsWith(` - ${description}`))
    if (letter === undefined || mismatch.mismatches === undefined)
      throw new Error(`the verifier says something else: ${JSON.stringify({ interaction, mismatch })}`)
    return mismatch.mismatches.map(({ path, type }) => {
      if (path === undefined) throw new Error(`the verifier says ${type} of ${letter.description}, and not where`)
      return `${letter.description}: ${path}`
    })
  })
}

/** As Pact's verifier tells it. */
interface Verified {
  readonly errors: readonly {
    readonly interaction: string
    readonly mismatch: { readonly mismatches?: readonly { readonly type: string; readonly path?: string }[] }
  }[]
}

/** Lets Pact's own verifier hold the contract against whoever sends. Rejects with what does not fit, as it tells that. */
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
