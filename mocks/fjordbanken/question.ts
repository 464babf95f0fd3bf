import type { IncomingMessage } from 'node:http'
import { badRequest } from './refusal.ts'

/** A request, as far as Fjordbanken reads it. */
export interface Question {
  readonly method: string
  /** Below the base path, still percent-encoded, begins with a slash; null for an address outside it. */
  readonly path: string | null
  readonly query: URLSearchParams
  /** The only one of that name, or undefined. */
  header(name: string): string | undefined
  /** All Authorization headers, where the platform would keep the first alone. */
  readonly authorizations: readonly string[]
}

export function readQuestion(
  { method = '', url = '', headers, rawHeaders }: IncomingMessage,
  bases: readonly string[],
) {
  const [address = '', ...query] = url.replace(/^https?:\/\/[^/]+/i, '').split('?')
  const base = bases.find((one) => address.startsWith(`${one}/`))
  const question: Question = {
    method,
    path: base === undefined ? null : address.slice(base.length),
    query: new URLSearchParams(query.join('?')),
    header: (name) => [headers[name.toLowerCase()]].flat().join(', ') || undefined,
    authorizations: rawHeaders.filter(
      (_, index) => rawHeaders[index - 1]?.toLowerCase() === 'authorization' && index % 2 === 1,
    ),
  }
  return question
}

/** One percent-encoded segment of the path. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw badRequest('Adressen er ikke riktig prosentkodet')
  }
}

/** A query parameter that may stand once. Undefined when it is missing; empty is a value. */
export function parameter(query: URLSearchParams, ...names: readonly string[]): string | undefined {
  const [value, more] = names.flatMap((name) => query.getAll(name))
  if (more !== undefined) throw badRequest(`Parameteren ${names[0]} står mer enn én gang`)
  return value
}
