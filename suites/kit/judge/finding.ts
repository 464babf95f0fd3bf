import type { Content, Exchange } from '../../../contracts/report/evidence.ts'
import type { Finding } from '../../../contracts/report/report.ts'
import type { Weight } from '../../../contracts/report/verdict.ts'

/** The only place where findings are made: `actual` is read from the exchange, so nothing is found without having looked. */

export interface Statement {
  readonly what: string
  readonly weight: Weight
  readonly expected: unknown
  readonly at: string
}

export function finding(exchange: Exchange, { what, weight, expected, at }: Statement): Finding {
  return { what, weight, expected, actual: readAt(exchange, at), at, exchange: exchange.id }
}

/** A finding about several exchanges together, such as all pages of one answer; it stands on the last of them. */
export function measured(
  last: Exchange,
  exchanges: readonly Exchange[],
  statement: Statement,
  measure: (bodies: readonly unknown[]) => number,
): Finding {
  const bodies = exchanges.map(({ outcome }) => (outcome.kind === 'answered' ? jsonOf(outcome.content) : undefined))
  return { ...statement, actual: measure(bodies), exchange: last.id }
}

/** `status`, `header:<name>`, `content`, `outcome`, or a JSON pointer (RFC 6901) into the content. */
export function readAt({ outcome }: Exchange, at: string): unknown {
  if (outcome.kind === 'silent') return `no answer: ${outcome.why}`
  if (at === 'outcome') return outcome.kind
  if (at === 'status') return outcome.status
  if (at === 'content') return describe(outcome.content)
  if (at.startsWith('header:')) return outcome.headers[at.slice('header:'.length)] ?? null
  return member(jsonOf(outcome.content), at)
}

/** The JSON that the participant sent, plain or sealed; undefined when there is none. */
export function jsonOf(content: Content): unknown {
  if (content.form === 'json') return content.value
  if (content.form === 'jwe' && 'value' in content.opened) return content.opened.value
  return undefined
}

function describe(content: Content): string {
  if (content.form === 'jwe') {
    const form = content.compact ? 'sealed' : 'sealed, with something around it or not compact'
    return 'error' in content.opened ? `${form}, not to be opened` : form
  }
  return { empty: 'empty', json: 'plain JSON', text: 'text that is not JSON' }[content.form]
}

/** Null when the pointer leads nowhere. */
function member(value: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1)
  let here = value
  for (const step of steps.map((text) => text.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return null
    here = (here as Record<string, unknown>)[step]
  }
  return here ?? null
}
