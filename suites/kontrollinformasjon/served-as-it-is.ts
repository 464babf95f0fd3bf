import type { Answer } from '../kit/ask/answer.ts'
import type { Doors } from '../kit/ask/doors.ts'
import type { Changes, Request } from '../kit/ask/request.ts'
import { inconclusive, type Judgement } from '../kit/judge/judgement.ts'

/** A lawful call, and what else was tried where it was not served. */
export interface AsItIs {
  readonly usual: Answer
  /** Empty when the call was served. */
  readonly otherwise: readonly Answer[]
}

/** Puts a lawful call; only when it is not served, the same one with what a bank may wrongly ask for, until one is. */
export async function askAsItIs(ask: Doors['ask'], call: Request, wrongs: readonly Changes[]): Promise<AsItIs> {
  const usual = await ask(call)
  const otherwise: Answer[] = []
  for (const wrong of wrongs) {
    if (isServed(usual) || otherwise.some(isServed)) break
    otherwise.push(await ask(call, wrong))
  }
  return { usual, otherwise }
}

export const isServed = ({ status }: Answer): boolean => status === 200

/**
 * The call has to be served as it is. That it is refused says by itself nothing of this row; that the same call is served
 * with something that it need not have does.
 */
export function servedAsItIs({ usual, otherwise }: AsItIs, what: string): Judgement {
  const statement = { what, expected: 200, at: 'status' } as const
  if (isServed(usual)) return usual.finds(true, statement)
  if (otherwise.some(isServed)) return usual.finds(false, statement)
  return inconclusive('need-not-met', `${usual.exchange.id} is not served, and nothing here tells why`)
}

/**
 * The lawful call beside which a probe is judged. Where the probe is refused for its token, the lawful call is put once
 * more: a token that was good for one call only is KI-AUT-019's, and says nothing of the probe.
 */
export const besideOf = (ask: Doors['ask'], call: Request, { status }: Answer): Promise<Answer> =>
  status === 401 ? ask(call, { repeat: 1 }) : ask(call)
