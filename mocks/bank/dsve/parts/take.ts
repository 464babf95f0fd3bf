import { Refused } from '../../../altinn-client/calls.ts'
import type { Arrived, Letter } from '../letter.ts'
import type { Client } from '../model.ts'
import type { confirm as confirmPart } from './confirm.ts'
import type { download as downloadPart } from './download.ts'

export interface Steps {
  readonly download: typeof downloadPart
  readonly confirm: typeof confirmPart
}

/** Fetched whole, then stored, then confirmed, and each only as far as it has not been done (DSVE-017 to -019, A-32). */
export async function take(client: Client, letter: Letter, { download, confirm }: Steps): Promise<void> {
  const { key, fileTransferId: id, overview } = letter
  const { store } = client
  if (letter.payload === undefined) {
    const bytes = await download(client, id, overview as Arrived).catch((error) => leave(client, letter, error))
    if (bytes === null) return
    store.change({ key, payload: bytes.toString('base64') })
  }
  if (store.letter(key)?.confirmed) return
  await confirm(client, id)
  store.change({ key, confirmed: true })
}

/** Nobody can have a file that the broker has no more. */
export function leave({ store, tell }: Client, { key }: Letter, error: unknown): null {
  if (!(error instanceof Refused) || ![403, 404].includes(error.status)) throw error
  store.change({ key, done: 'by hand' })
  tell('by-hand', error.message)
  return null
}
