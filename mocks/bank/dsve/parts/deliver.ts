import type { FileTransferStatus } from '../../../../contracts/altinn-broker/statuses.ts'
import { insist, Refused } from '../../../altinn-client/calls.ts'
import { progressOf } from '../../../altinn-client/progress.ts'
import type { Letter, StoredReply } from '../letter.ts'
import type { Client } from '../model.ts'
import type { initialise as initialisePart, transferRequest as requestPart, upload as uploadPart } from './send.ts'

export interface SendSteps {
  readonly transferRequest: typeof requestPart
  readonly initialise: typeof initialisePart
  readonly upload: typeof uploadPart
}

/**
 * Sends what was written until it is published, and never twice: the transfer is written down before anything is
 * uploaded, and the broker is asked how far it is. One that failed is left, and another made (DSVE-068, -069).
 */
export async function deliver(client: Client, key: string, steps: SendSteps): Promise<void> {
  const { store, tell, settings } = client
  for (let turn = 1; turn <= 2 * settings.mostTransfers; turn += 1) {
    const { reply, transfers = [] } = store.letter(key) as Letter & { readonly reply: StoredReply }
    const last = transfers.at(-1)
    const progress = last === undefined ? null : progressOf[await statusOf(client, last)]
    if (progress === 'arrived') {
      store.change({ key, done: 'answered' })
      tell('answered', `${reply.messageType} ${reply.propertyList.status ?? ''}`.trim())
      return
    }
    // The scan takes its time; somebody looks again.
    if (progress === 'scanned') return
    const isOpen = progress === 'open' && last !== undefined
    if (!isOpen && transfers.length >= settings.mostTransfers) break
    const id = isOpen ? last : await begin(client, key, reply, steps)
    await steps.upload(client, id, reply).catch((error) => {
      if (!(error instanceof Refused)) throw error
      tell('alarm', error.message)
    })
  }
  store.change({ key, done: 'by hand' })
  tell('by-hand', 'the broker could not carry a reply')
}

async function statusOf({ calls }: Client, id: string): Promise<FileTransferStatus> {
  const { body } = await insist('the bank looked at what it sent', calls.sent(id), 200)
  return JSON.parse(body.toString()).fileTransferStatus
}

async function begin(client: Client, key: string, reply: StoredReply, steps: SendSteps): Promise<string> {
  const id = await steps.initialise(client, steps.transferRequest(client.settings, reply))
  const { transfers = [] } = client.store.letter(key) ?? {}
  client.store.change({ key, transfers: [...transfers, id] })
  return id
}
