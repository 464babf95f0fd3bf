import type { KeyObject } from 'node:crypto'
import type { RequestHandler } from 'express'
import { CompactEncrypt } from 'jose'
import { nextTurn } from '../../../http/turn.ts'
import { RecipientMissing } from '../certpub/recipients.ts'
import { type Context, contextOf, need } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { write } from '../write.ts'

/** To the compact serialization. */
export type Encrypt = (bytes: Uint8Array, key: KeyObject, context: Context) => Promise<string>

/** How a 200 is sealed (catalogue 5.4, 5.5). */
export interface SealPolicy {
  /** Whether this answer is sealed at all. */
  readonly isSealed: (context: Context) => boolean
  /** The media type of an answer that is not sealed, and of one that is; null leaves it out. */
  readonly plainType: string | null
  readonly sealedType: string | null
  readonly recipientKey: (context: Context) => Promise<KeyObject>
  /** What is sealed, or sent plain. */
  readonly textOf: (body: object, context: Context) => string
  /** The bytes that are sealed. */
  readonly bytesOf: (plain: string) => Uint8Array
  readonly encrypt: Encrypt
  /** What becomes of the compact serialization. */
  readonly serialise: (compact: string) => string
  /** What to do when there is no certificate: refuse, or send it plain. */
  readonly withoutRecipient: (missing: RecipientMissing) => Refusal | 'plain'
}

export const sealedHeader = { alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' } as const

export const sealPolicy: SealPolicy = {
  isSealed: (context) => need(context, 'representation') === 'application/jose',
  plainType: 'application/json',
  sealedType: 'application/jose',
  recipientKey: (context) => context.services.recipients.keyOf(need(context, 'consumer')),
  textOf: (body) => JSON.stringify(body),
  bytesOf: (plain) => new TextEncoder().encode(plain),
  encrypt: (bytes, key) => new CompactEncrypt(bytes).setProtectedHeader(sealedHeader).encrypt(key),
  serialise: (compact) => compact,
  withoutRecipient: refusals.technical,
}

/** Encrypts to the consumer of the token, or writes plain JSON where that was asked for and is allowed. */
export const seal = (changes: Partial<SealPolicy> = {}): RequestHandler => {
  const policy = { ...sealPolicy, ...changes }
  return async (_request, response) => {
    const context = contextOf(response)
    const plain = policy.textOf(need(context, 'body'), context)
    const key = policy.isSealed(context) ? await keyOrPlain(policy, context) : 'plain'
    const text = key === 'plain' ? plain : await sealed(policy, { plain, key, context })
    await nextTurn()
    write(response, 200, key === 'plain' ? policy.plainType : policy.sealedType, text)
  }
}

interface ToSeal {
  readonly plain: string
  readonly key: KeyObject
  readonly context: Context
}

async function sealed(policy: SealPolicy, { plain, key, context }: ToSeal): Promise<string> {
  await nextTurn()
  return policy.serialise(await policy.encrypt(policy.bytesOf(plain), key, context))
}

async function keyOrPlain(
  { recipientKey, withoutRecipient }: SealPolicy,
  context: Context,
): Promise<KeyObject | 'plain'> {
  try {
    return await recipientKey(context)
  } catch (missing) {
    if (!(missing instanceof RecipientMissing)) throw missing
    const outcome = withoutRecipient(missing)
    if (outcome === 'plain') return outcome
    throw outcome
  }
}
