import type { HookName } from '../../../contracts/hooks/protocol.ts'
import { hookNames } from '../../../contracts/hooks/protocol.ts'
import type { Handlers } from './handlers.ts'

type Handler = (request: unknown) => Promise<object>

/**
 * The hooks of several areas as those of one bank: what two have is asked of both, one after the other, and the first
 * answer counts. When one fails the others are asked all the same, so that none is behind the others.
 */
export function merged(...areas: readonly Partial<Handlers>[]): Partial<Handlers> {
  const together = (name: HookName): readonly (readonly [HookName, Handler])[] => {
    const handlers = areas.flatMap((area) => (area[name] === undefined ? [] : [area[name] as unknown as Handler]))
    return handlers.length === 0 ? [] : [[name, askAll(handlers)]]
  }
  return Object.fromEntries(hookNames.flatMap(together)) as unknown as Partial<Handlers>
}

const askAll =
  (handlers: readonly Handler[]): Handler =>
  async (request) => {
    const outcomes: PromiseSettledResult<object>[] = []
    for (const handler of handlers) outcomes.push(...(await Promise.allSettled([handler(request)])))
    const failed = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined
    if (failed !== undefined) throw failed.reason
    return (outcomes[0] as PromiseFulfilledResult<object>).value
  }
