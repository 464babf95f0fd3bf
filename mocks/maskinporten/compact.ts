import type { Signer } from './signatures.ts'

type Members = Readonly<Record<string, unknown>>

/** RFC 7515 §7.1, put together by hand: whatever header and claims one gives it. */
export async function signCompact(header: Members, claims: Members, signer: Signer): Promise<string> {
  const input = `${encoded(header)}.${encoded(claims)}`
  return `${input}.${(await signer(input, header.alg)).toString('base64url')}`
}

const encoded = (members: Members) => Buffer.from(JSON.stringify(members)).toString('base64url')
