import type { Control, SeenRequest, Stimulus, TokenRecipe } from '../protocol.ts'

/** For tests of the transports: a party that does nothing but remember what it was asked. */
interface ExampleParty extends Control {
  readonly asked: readonly unknown[]
}

export const exampleSeen: readonly SeenRequest[] = [
  { party: 'certpub', at: '2026-11-21T10:00:00.000Z', method: 'GET', path: '/lookup/v2/x%3A%3A0192', status: 200 },
]

/** `changes` replaces calls, for parties that fail. */
export function exampleParty(changes: Partial<Control> = {}): ExampleParty {
  const asked: unknown[] = []
  const remember = <T>(request: unknown, answer: T): Promise<T> => {
    asked.push(request)
    return Promise.resolve(answer)
  }
  return {
    asked,
    mint: (request: { readonly recipe: TokenRecipe }) => remember(request, { token: 'a.b.c' }),
    stimulate: (request: { readonly stimulus: Stimulus }) => remember(request, {}),
    calm: (request) => remember(request, {}),
    observed: (request) => remember(request, { cursor: request.after + 1, seen: exampleSeen }),
    publish: (request) => remember(request, { published: request.publication.notices.length }),
    advance: (request) => remember(request, { now: '2026-11-21T10:00:00.000Z' }),
    inquire: (request) => remember(request, { number: 1, referanse: 'Oppdrag 1', fileTransferId: 'a' }),
    lookUp: (request) =>
      remember(request, { status: 200, code: null, period: { from: '2025-11-21', to: '2026-11-21' }, banks: [] }),
    letters: (request) => remember(request, { cursor: request.after, letters: [] }),
    acts: (request) => remember(request, { cursor: request.after, acts: [] }),
    forget: (request) => remember(request, { done: false }),
    ...changes,
  }
}
