import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'

/** A bank may remember for a while that CertPub failed. So long do later questions wait for it, at the most. */
const longestMs = 60_000
const betweenMs = 500

/** The same wish, so that the call itself is put once: a bank may refuse one that it has answered. */
const inOtherWords = { headers: { Accept: 'application/jose;q=1.0' } }

/** Asks until the bank serves again after an outage of ours, which would otherwise be held against it by every later row. */
export async function recovered({ ask }: Doors, request: Request): Promise<Answer> {
  const until = Date.now() + longestMs
  for (let repeat = 1; ; repeat++) {
    const answer = await ask(request, { ...inOtherWords, repeat })
    const waits = answer.status !== null && answer.status >= 500 && Date.now() < until
    if (!waits) return ask(request)
    await sleep(betweenMs)
  }
}
