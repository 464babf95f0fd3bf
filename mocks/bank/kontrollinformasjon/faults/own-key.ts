import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Context } from '../context.ts'
import { sealPolicy } from '../parts/seal.ts'

/** A key of the bank's own, made when it is first needed. */

let own: Promise<KeyObject> | undefined
const generate = promisify(generateKeyPair)

/** CertPub is asked all the same, so that its outage is met as ever. */
export async function ownKey(context: Context): Promise<KeyObject> {
  await sealPolicy.recipientKey(context)
  own ??= generate('rsa', { modulusLength: 2048 }).then(({ publicKey }) => publicKey)
  return own
}
