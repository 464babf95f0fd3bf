import type { Content, Exchange, Opened, Unread } from '../../../contracts/report/evidence.ts'

/** What stands at a place of what was recorded. */

/** `asked` (when), `took` (milliseconds), `status`, `header:<name>`, `content`, `key`, `outcome`, or a JSON pointer (RFC 6901) into the content. */
export function readAt({ outcome, startedAt, durationMs }: Exchange, at: string): unknown {
  if (at === 'asked') return startedAt
  if (at === 'took') return durationMs
  if (outcome.kind === 'silent') return `no answer: ${outcome.why}`
  if (at === 'outcome') return outcome.kind
  if (at === 'status') return outcome.status
  if (at === 'content') return describe(outcome.content)
  if (at === 'key') return whoseKey(outcome.content)
  if (at.startsWith('header:')) return outcome.headers[at.slice('header:'.length)] ?? null
  return readIn(jsonOf(outcome.content), at)
}

/** The JSON that the participant sent, plain or sealed; undefined when there is none. */
export function jsonOf(content: Content): unknown {
  if (content.form === 'json') return content.value
  if (content.form === 'jwe' && 'value' in content.opened) return content.opened.value
  return undefined
}

/** Why it was not read, where that is the harness's own limit and not the sender's matter; null when it was. */
export function unreadOf(content: Content): Exclude<Unread, 'too-deep'> | null {
  const unread = content.form === 'text' ? content.unread : openedOf(content)?.unread
  return unread === undefined || unread === 'too-deep' ? null : unread
}

const openedOf = (content: Content): Opened | null =>
  content.form === 'jwe' && 'text' in content.opened ? content.opened : null

/** Which of the keys that the harness holds opened it. */
function whoseKey(content: Content): string {
  const opened = openedOf(content)
  if (opened === null) return 'none of the keys'
  return ['the key of the consumer', 'the key of the agency of C2'][opened.by ?? 0] ?? 'another key'
}

function describe(content: Content): string {
  if (content.form === 'text' && content.unread === 'too-deep') return 'JSON that nests too deep to be read'
  if (content.form === 'jwe') {
    const form = content.compact ? 'sealed' : 'sealed, with something around it or not compact'
    return 'error' in content.opened ? `${form}, not to be opened` : `${form}${holding(content.opened)}`
  }
  return { empty: 'empty', json: 'plain JSON', text: 'text that is not JSON' }[content.form]
}

const wrappings = { bom: 'a text with a byte order mark', text: 'a text', jws: 'a JWS', base64: 'base64' } as const

/** What was sealed should be one JSON document (KI-ENC-007), and what it is instead. */
function holding({ value, wrapped, utf8, unread }: Opened): string {
  if (utf8 === false) return ', holding no UTF-8'
  if (wrapped !== undefined) return `, holding JSON in ${wrappings[wrapped]}`
  return value === undefined && unread === undefined ? ', holding no JSON' : ''
}

/** Null when the pointer (RFC 6901) leads nowhere. It is followed millions of times, so no list of its steps is made. */
export function readIn(value: unknown, pointer: string): unknown {
  let here = value
  for (let from = pointer.indexOf('/') + 1; from > 0; ) {
    const to = pointer.indexOf('/', from)
    const step = unescaped(pointer.slice(from, to < 0 ? pointer.length : to))
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return null
    here = (here as Record<string, unknown>)[step]
    from = to + 1
  }
  return here ?? null
}

const unescaped = (step: string) => (step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step)
