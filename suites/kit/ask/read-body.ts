import { isUtf8 } from 'node:buffer'
import type { Body } from '../../../contracts/report/evidence.ts'
import type { Room } from './holding.ts'
import { largestAnswer, longestKept } from './limits.ts'

/** The bytes of one answer, counted to the last and held only as far as somebody will read them. */

export class TooLarge extends Error {
  constructor() {
    super(`more than ${largestAnswer / 2 ** 20} MiB`)
  }
}

/**
 * @param room how much of it is held, and how much is read at all
 * @param told its length, where the answer says it: what is larger than the room is not held in vain
 * @throws {TooLarge} and whatever breaks the stream
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array>,
  { holdUpTo, readUpTo }: Room,
  told: number | null = null,
): Promise<Body> {
  const held = createHold(Math.max(told !== null && told > holdUpTo ? 0 : holdUpTo, longestKept))
  let bytes = 0
  let left = false
  for await (const chunk of stream) {
    bytes += chunk.length
    // Leaving the loop destroys the stream, and with it the connection.
    if (bytes > largestAnswer) throw new TooLarge()
    held.add(chunk)
    left = bytes > readUpTo
    if (left) break
  }
  const whole = held.bytes()
  const cut = bytes > holdUpTo
  return {
    text: (cut ? whole.subarray(0, longestKept) : whole).toString('utf8'),
    bytes,
    ...(cut && { cut: true as const }),
    ...(left && { left: true as const }),
    ...(!(isUtf8(whole) || (cut && isUtf8(withoutTornEnd(whole)))) && { utf8: false as const }),
  }
}

/** One buffer that grows: a list of chunks, joined at the end, would hold everything twice. */
function createHold(most: number): { add(chunk: Uint8Array): void; bytes(): Buffer } {
  let buffer = Buffer.allocUnsafe(Math.min(most, 16 * 1024))
  let length = 0
  return {
    add: (chunk) => {
      const part = chunk.subarray(0, most - length)
      if (length + part.length > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.min(most, Math.max(2 * buffer.length, length + part.length)))
        buffer.copy(larger, 0, 0, length)
        buffer = larger
      }
      buffer.set(part, length)
      length += part.length
    },
    bytes: () => buffer.subarray(0, length),
  }
}

/** A character of several bytes may stand where the hold ended. */
function withoutTornEnd(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, Math.max(0, end - 1))
}
