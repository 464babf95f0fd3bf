import type { AskedRequest, Exchange, Via } from '../../contracts/report/evidence.ts'
import { pseudonymShape } from '../redact/pseudonyms.ts'

/**
 * A line for a shell that asks the same question again. What the report hides, and what must be new in every call,
 * stands there as a variable: `$TOKEN`, `$BASE_URL`, `$P1_ID`, `$CORRELATIONID`.
 */
export function curl({ request, invented }: Exchange): string {
  const query = Object.entries(request.query).map(([name, value]) => `${name}=${value}`)
  const url = `{${addresses[request.via ?? 'usual']}}${request.path}${query.length === 0 ? '' : `?${query.join('&')}`}`
  const headers = [
    ...authorizationOf(request),
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
    ...Object.keys(invented).map((name) => `${name}: {${name}}`),
  ]
  return [
    `curl --globoff -i -X ${quoted(request.method)} ${quoted(url)}`,
    ...headers.map((header) => `  -H ${quoted(header)}`),
    ...(request.body === undefined ? [] : [`  --data-raw ${quoted(request.body)}`]),
  ].join(' \\\n')
}

/** A base URL for each way to the participant; a connection of its own is what curl makes anyway. */
const addresses = {
  usual: 'BASE_URL',
  'fresh-connection': 'BASE_URL',
  'plain-http': 'BASE_URL_WITHOUT_TLS',
  production: 'PRODUCTION_BASE_URL',
  hook: 'HOOKS_BASE_URL',
  'old-tls': 'BASE_URL',
  'look-up-v1': 'LOOK_UP_V1_BASE_URL',
  'look-up-v2': 'LOOK_UP_V2_BASE_URL',
} as const satisfies Record<Via | 'usual', string>

/** What stands in Authorization, as a header; none where nothing is sent. */
export function authorizationOf({ token, authorization }: AskedRequest): readonly string[] {
  if (authorization !== undefined) return [`Authorization: ${authorization}`]
  return token === null ? [] : ['Authorization: Bearer {TOKEN}']
}

const placeholder = new RegExp(`\\{[A-Za-z][^{}\\s,]{0,60}(?:, skrevet [^{}]{1,30})?\\}|${pseudonymShape.source}`, 'gu')

/** Double quotes, so that variables are filled in; everything else that a shell would read is taken literally. */
function quoted(text: string): string {
  let from = 0
  let result = ''
  for (const match of text.matchAll(placeholder)) {
    result += literal(text.slice(from, match.index)) + variable(match[0])
    from = match.index + match[0].length
  }
  return `"${result}${literal(text.slice(from))}"`
}

const literal = (text: string) =>
  text
    // A header cannot hold control characters; they would not get through a shell either.
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\\"$`]/g, '\\$&')
    // An interactive shell would look an exclamation mark up in its history, even in double quotes.
    .replace(/!/g, `"'!'"`)

/** `{P1.id}` → `$P1_ID`, `konto#3 (MOD11 ok)` → `$KONTO_3`. */
function variable(text: string): string {
  const name = text
    .replace(/(?: \(|, skrevet ).*$/u, '')
    .replace(/[{}]/g, '')
    .toUpperCase()
    .replaceAll('Ø', 'O')
    .replace(/[^A-Z0-9]+/g, '_')
  return `\${${name}}`
}
