import { createHash } from 'node:crypto'
import type { AskedRequest, Headers } from '../../../contracts/report/evidence.ts'

/** How an id is invented: anew for every exchange, or once for all exchanges of a case that the text names. */
type Invention = 'per-exchange' | { readonly perCase: string }

/** A question before it is put: what goes out, except what is invented on the way. */
export interface Request extends AskedRequest {
  /** Headers whose values the harness makes up, such as CorrelationID. */
  readonly invents: Readonly<Record<string, Invention>>
  /** What goes out as body, where `body` only describes it. */
  readonly sends?: () => string
}

/** What a probe does differently. Null takes a member away. */
export interface Changes {
  readonly method?: string
  readonly path?: string
  readonly query?: Readonly<Record<string, string | null>>
  readonly headers?: Readonly<Record<string, string | null>>
  readonly token?: AskedRequest['token']
  readonly authorization?: string
  readonly body?: string
  readonly via?: AskedRequest['via']
}

export function change(request: Request, changes: Changes): Request {
  const headers = merge(request.headers, changes.headers)
  const set = new Set(Object.keys(changes.headers ?? {}).map((name) => name.toLowerCase()))
  const invents = Object.entries(request.invents).filter(([name]) => !set.has(name.toLowerCase()))
  return {
    method: changes.method ?? request.method,
    path: changes.path ?? request.path,
    query: merge(request.query, changes.query),
    headers,
    token: changes.token === undefined ? request.token : changes.token,
    invents: Object.fromEntries(invents),
    ...optional({ ...request, ...changes }),
    ...(request.sends === undefined || changes.body !== undefined ? {} : { sends: request.sends }),
  }
}

/** Members that most questions lack: left out, they are no part of a question's key. */
function optional({ authorization, body, via }: Changes) {
  return {
    ...(authorization === undefined ? {} : { authorization }),
    ...(body === undefined ? {} : { body }),
    ...(via === undefined ? {} : { via }),
  }
}

function merge(before: Headers, changes: Readonly<Record<string, string | null>> = {}): Headers {
  const merged = { ...before, ...changes }
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null))
}

/** Two questions with one key are one question: it is asked once. Which ids are invented is part of it, their values are not. */
export function keyOf(epoch: string, repeat: number, request: Request): string {
  const { invents, sends: _, ...asked } = request
  return canonical([epoch, repeat, asked, Object.keys(invents).sort()])
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

/**
 * The ids of one exchange. They follow from the run and the question, so that selecting fewer checks changes none,
 * and no two runs share one: a participant may refuse a CorrelationID that it has seen.
 */
export function invent(runId: string, key: string, request: Request): Headers {
  const ids = Object.entries(request.invents).map(([name, how]) => {
    // A case keeps its id in whatever case its header is written.
    const header = name.toLowerCase()
    return [name, uuidFrom(how === 'per-exchange' ? [runId, header, key] : [runId, header, 'case', how.perCase])]
  })
  return Object.fromEntries(ids)
}

/** A version 8 UUID (RFC 9562 §5.8) over the parts. */
export function uuidFrom(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
