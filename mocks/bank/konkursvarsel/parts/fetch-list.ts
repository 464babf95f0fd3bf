import type { HttpAnswer } from '../http.ts'
import { type Client, Failure } from '../model.ts'

/** Whatever is no 200 is a fault, and never a list without news (KV-020, KV-022). */
export async function fetchList({ http }: Client, url: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await http.get(url, signal)
  if (answer.status !== 200) throw failureOf(answer)
  return answer.bytes
}

export const failureOf = ({ status, retryAfter }: HttpAnswer): Failure =>
  new Failure(`Brreg answered ${status}`, retryAfter === null ? null : millisecondsIn(retryAfter))

/** Seconds or a date (RFC 9110 §10.2.3); null where it is neither. */
function millisecondsIn(retryAfter: string): number | null {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now())
}
