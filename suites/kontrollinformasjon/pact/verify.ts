import { Verifier } from '@pact-foundation/pact'
import { startOpener } from '../../kit/opener/opener.ts'
import type { Target } from '../../kit/target.ts'
import { stateHandlers } from './provider.ts'

/** Lets Pact's own verifier hold the contract against a bank, through the opening proxy. Rejects with what does not fit. */
export async function verifyPact(target: Target, file: string): Promise<void> {
  const opener = await startOpener(target)
  try {
    await new Verifier({
      provider: 'bank',
      providerBaseUrl: opener.url,
      pactUrls: [file],
      stateHandlers: stateHandlers(target, opener.url),
      logLevel: 'error',
    }).verifyProvider()
  } finally {
    await opener.close()
  }
}
