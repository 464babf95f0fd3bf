import type { Answered, AskedRequest, Content, Exchange, Headers, Silent } from '../../contracts/report/evidence.ts'
import type { Gate } from './gate.ts'
import { isNumericHeader, isTransportHeader } from './headers.ts'
import { treatmentOf } from './kinds.ts'
import { redactRecipe } from './own-words.ts'
import { isIdentifierLike, kindByShape } from './shapes.ts'
import { queryValue, redactUrl } from './url.ts'
import { redactName, redactPointer, redactValue } from './value.ts'

/** Evidence as it may be told. The shape stays; sealed and unread bodies are replaced by their kind and size. */

export function redactExchange(gate: Gate, exchange: Exchange): Exchange {
  return {
    id: exchange.id,
    epoch: gate.prose(exchange.epoch),
    repeat: exchange.repeat,
    invented: mapHeaders(gate, exchange.invented, (_name, value) => gate.own(value)),
    request: redactRequest(gate, exchange.request),
    outcome:
      exchange.outcome.kind === 'answered'
        ? redactAnswer(gate, exchange.outcome)
        : redactSilence(gate, exchange.outcome),
    startedAt: exchange.startedAt,
    durationMs: milliseconds(exchange.durationMs),
  }
}

/** More digits than a clock has would look like somebody's number. */
export const milliseconds = (duration: number) => Math.round(duration * 1000) / 1000

function redactRequest(gate: Gate, request: AskedRequest): AskedRequest {
  const { method, path, query, headers, token, authorization, body, via } = request
  return {
    method: gate.prose(method),
    path: redactUrl(gate, path),
    query: mapHeaders(gate, query, (name, value) => queryValue(gate, name, value)),
    headers: mapHeaders(gate, headers, (name, value) => redactHeader(gate, name, value)),
    token: token === null ? null : (redactRecipe(gate, token) as AskedRequest['token']),
    // Both are texts of ours, and say what went wrong in them.
    ...(authorization === undefined ? {} : { authorization: gate.prose(authorization) }),
    ...(body === undefined ? {} : { body: gate.prose(body) }),
    ...(via === undefined ? {} : { via }),
  }
}

export function redactHeader(gate: Gate, name: string, value: string): unknown {
  const length = name.toLowerCase() === 'content-length' && /^\d{1,10}$/.test(value)
  if (length) return gate.own(value)
  if (isTransportHeader(name))
    return isBareDigits(value) && !isNumericHeader(name) ? gate.mask('tall', value) : gate.prose(value)
  if (isNumericHeader(name) && /^\d{1,4}$/.test(value)) return gate.own(value)
  if (treatmentOf(name) === null && /^\d+$/.test(value)) return gate.mask(kindByShape(value), value)
  return redactValue(gate, value, name)
}

const isBareDigits = (text: string) => /^\d+$/.test(text)

/** Names of headers and of parameters have no case that anybody could read something from. */
const redactHeaderName = (gate: Gate, name: string) =>
  isTransportHeader(name) || (isIdentifierLike(name.toLowerCase()) && !gate.holds(name)) ? name : redactName(gate, name)

function mapHeaders(gate: Gate, headers: Headers, map: (name: string, value: string) => unknown): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [redactHeaderName(gate, name), String(map(name, value))]),
  )
}

function redactAnswer(gate: Gate, { status, headers, body, content }: Answered): Answered {
  return {
    kind: 'answered',
    status,
    headers: mapHeaders(gate, headers, (name, value) => redactHeader(gate, name, value)),
    body: { ...body, text: bodyText(gate, body, content) },
    content: redactContent(gate, content),
  }
}

function redactSilence(gate: Gate, silent: Silent): Silent {
  return { ...silent, detail: gate.prose(silent.detail) }
}

/** The text itself is never told: what can be read of it stands in the content. */
function bodyText(gate: Gate, { text, bytes, left }: Answered['body'], content: Content): string {
  if (content.form === 'empty') return ''
  if (content.form === 'text')
    return content.unread === undefined ? gate.mask('tekst', text) : `{${left ? 'more than ' : ''}${bytes} bytes}`
  return gate.count(
    content.form === 'jwe' ? 'JWE' : 'body',
    `{${content.form === 'jwe' ? 'JWE' : 'JSON'}, ${bytes} bytes}`,
  )
}

function redactContent(gate: Gate, content: Content): Content {
  if (content.form === 'json') return { form: 'json', value: redactValue(gate, content.value), ...twice(gate, content) }
  if (content.form !== 'jwe') return content
  const { compact, header, opened } = content
  return {
    form: 'jwe',
    compact,
    header: redactValue(gate, header, 'protected') as Readonly<Record<string, unknown>>,
    opened:
      'error' in opened
        ? { error: gate.prose(opened.error) }
        : {
            ...opened,
            text: `{JSON, ${Buffer.byteLength(opened.text)} bytes}`,
            value: redactValue(gate, opened.value),
            ...twice(gate, opened),
          },
  }
}

/** Names of members are the bank's text, wherever they stand. */
function twice(gate: Gate, { duplicateKeys }: { readonly duplicateKeys?: readonly string[] }) {
  return duplicateKeys === undefined ? {} : { duplicateKeys: duplicateKeys.map((at) => redactPointer(gate, at)) }
}
