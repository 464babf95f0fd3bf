import type { PartyKeys } from '../../contracts/config/party-keys.ts'
import { makePartyKeys, withBank } from '../../suites/targets/mocks.ts'
import { setupError, usageError } from '../cli/exit.ts'
import { writePrivately } from '../config/private-file.ts'
import { newControlToken } from '../control-token.ts'
import { keptIn, type Organisation } from './keystore-file.ts'
import type { Values } from './settings.ts'
import { needsToken, quoted } from './table.ts'

/** The keys of the parties and the control token: kept from run to run, or made for this one. */

export interface Secrets {
  readonly keys: PartyKeys
  readonly keystore: { readonly path: string; readonly made: boolean } | null
  /** Null when none is needed; `shown` is a shell expression that gives it. */
  readonly token: { readonly text: string; readonly shown: string } | null
}

interface SecretsPlace {
  readonly keystore: string | null
  readonly host: string
  /** Whose client certificate is among the keys. */
  readonly bank: Organisation
}

/** Throws a CommandError, also when a token is needed and would stand nowhere. */
export async function secretsOf(values: Values, place: SecretsPlace): Promise<Secrets> {
  const { keystore, host, bank } = place
  const tokenOut = values['token-out']
  const needed = needsToken(host)
  if (needed && keystore === null && tokenOut === undefined) {
    throw usageError(
      `beyond loopback control takes a token, which is never printed: add --keystore FILE or --token-out FILE`,
    )
  }
  const kept = keystore === null ? null : await keptIn(keystore, bank)
  const text = kept?.controlToken ?? newControlToken()
  if (needed && tokenOut !== undefined) {
    await writePrivately(tokenOut, `${text}\n`).catch((error: Error) => {
      throw setupError(`the control token cannot be written to ${tokenOut}: ${error.message}`)
    })
  }
  return {
    keys: kept?.keys ?? (await withBank(await makePartyKeys(), bank)),
    keystore: kept === null || keystore === null ? null : { path: keystore, made: kept.made },
    token: needed
      ? { text, shown: tokenOut === undefined ? fromKeystore(keystore ?? '') : `$(cat ${quoted(tokenOut)})` }
      : null,
  }
}

const fromKeystore = (path: string) => String.raw`$(sed -n 's/^ *"controlToken": "\(.*\)",*$/\1/p' ${quoted(path)})`
