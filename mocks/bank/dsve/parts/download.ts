import { createHash } from 'node:crypto'
import { insist } from '../../../altinn-client/calls.ts'
import type { Arrived } from '../letter.ts'
import type { Client } from '../model.ts'

/** The whole file, or nothing: a short one is fetched again another time (DSVE-019). */
export async function download({ calls }: Client, id: string, told: Arrived): Promise<Buffer> {
  const { body } = await insist('the bank downloaded', calls.download(id), 200)
  if (body.length !== told.fileTransferSize)
    throw new Error(`of ${told.fileTransferSize} bytes ${body.length} arrived; they are fetched again`)
  const checksum = createHash('md5').update(body).digest('hex')
  if (told.checksum !== null && told.checksum.toLowerCase() !== checksum)
    throw new Error('what arrived has another checksum; it is fetched again')
  return body
}
