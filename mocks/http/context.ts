import type { Response } from 'express'

/** What the parts of a party learn of one request, kept on its answer. */
interface Contexts<Context> {
  begin(response: Response, context: Context): void
  of(response: Response): Context
}

/**
 * @param whose parts they are, for whoever asks too early. The context is a property under a name that nobody else has: in a
 * map with weak keys it would cost each request a tenth of its time, most of that for the garbage collector.
 */
export function createContexts<Context>(whose: string): Contexts<Context> {
  const key: unique symbol = Symbol(whose)
  type Carrying = Response & { [key]?: Context }
  return {
    begin: (response: Carrying, context) => {
      response[key] = context
    },
    of: (response: Carrying) => {
      const context = response[key]
      if (context === undefined) throw new Error(`A part of ${whose} was asked before the request had a context`)
      return context
    },
  }
}

/** What an earlier part must have found. Its absence is a mistake in the table of operations, and so a 500. */
export function foundBefore<Findings, Name extends keyof Findings & string>(
  found: Partial<Findings>,
  name: Name,
): Findings[Name] {
  if (found[name] === undefined) throw new Error(`No part before this one found the ${name}`)
  return found[name] as Findings[Name]
}
