import { createHash } from 'node:crypto'
import type { InitialiseRequest } from '../../../../contracts/altinn-broker/wire.ts'
import { insist } from '../../../altinn-client/calls.ts'
import type { StoredReply } from '../letter.ts'
import type { Client, Settings } from '../model.ts'

/** What the broker is told of a reply; the virus scan is left on (DSVE-062 to -067, -070). */
export const transferRequest = (
  { resourceId }: Settings,
  { payload, messageType: _, ...transfer }: StoredReply,
): InitialiseRequest => ({
  ...transfer,
  resourceId,
  checksum: createHash('md5').update(Buffer.from(payload, 'base64')).digest('hex'),
})

/** The id of the new transfer. */
export async function initialise({ calls }: Client, request: InitialiseRequest): Promise<string> {
  const { body } = await insist('the bank initialised a transfer', calls.initialise(request), 200)
  return String(JSON.parse(body.toString()).fileTransferId)
}

/** All of it (DSVE-068). */
export async function upload({ calls }: Client, id: string, { payload }: StoredReply): Promise<void> {
  await insist('the bank uploaded', calls.upload(id, Buffer.from(payload, 'base64')), 200)
}
