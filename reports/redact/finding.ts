import type { Finding } from '../../contracts/report/report.ts'
import { redactHeader } from './exchange.ts'
import type { Gate } from './gate.ts'
import { treatmentOf } from './kinds.ts'
import { isPlainText } from './plain-texts.ts'
import { redactPointer, redactValue, shownNumber } from './value.ts'
import { isViolation, redactViolation } from './violation.ts'

/** `expected` and `actual` by the place where `actual` was read, with the names that the exchange has for them. */
export function redactFinding(gate: Gate, { what, weight, expected, actual, at, exchange }: Finding): Finding {
  return {
    what: gate.prose(what),
    weight,
    expected: redactExpected(gate, expected, at),
    actual: redactActual(gate, actual, at),
    at: redactPlace(gate, at),
    exchange,
  }
}

/** `expected` or `actual` as a finding at that place tells it. */
export const redactFound = (gate: Gate, which: 'expected' | 'actual', value: unknown, at: string): unknown =>
  which === 'expected' ? redactExpected(gate, value, at) : redactActual(gate, value, at)

/** Places in what the broker carries beside a message, which are written without a slash in front. */
const carried = /^(?:propertyList|transfer)\//

/** The member that a JSON pointer ends in; items of a list have the name of the list. Of an element's path its last name. */
function memberAt(at: string): string {
  if (!at.startsWith('/') && !carried.test(at)) return ''
  const names = at
    .split('/')
    .filter((step) => step !== '' && !/^\d+$/.test(step))
    .map((step) => step.replace(/^@|\[\d+\]$/g, ''))
  if (names.at(-1) === 'value' && /identifier$/i.test(names.at(-2) ?? '')) return 'id'
  return (names.at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
}

/** A finding shows what was there instead; whoever wants the whole of it finds it in the exchange. */
const mostOfFinding = 500

function redactActual(gate: Gate, actual: unknown, at: string): unknown {
  if (at === 'status' || at === 'outcome' || at === 'content') return redactValue(gate, actual, 'why')
  if (at.startsWith('header:') && typeof actual === 'string') {
    return isPlainText(actual) ? actual : redactHeader(gate, at.slice('header:'.length), actual)
  }
  if (typeof actual === 'string' && isViolation(actual))
    return redactViolation(gate, actual, (value) => String(redactValue(gate, value, memberAt(at))))
  // Numbers that a check has counted itself, over several answers for instance, are nobody's.
  const counted = typeof actual === 'number' && !at.startsWith('/') && Math.abs(actual) < 1e6
  return counted ? shownNumber(gate, actual) : redactValue(gate, actual, memberAt(at), 0, { left: mostOfFinding })
}

/**
 * What is expected was written by a check: mostly words, sometimes a value of the bank's.
 * Where names of persons stand, and for a value that the run has masked, there are no words.
 */
function redactExpected(gate: Gate, expected: unknown, at: string): unknown {
  if (typeof expected !== 'string') return redactActual(gate, expected, at)
  const treatment = treatmentOf(memberAt(at)) ?? ''
  const personal = /^(?:navn|adresse|tekst|secret)$/.test(treatment)
  // No name begins in lower case and goes on without a capital.
  if (personal && treatment !== 'secret' && /^\p{Ll}+ [^\p{Lu}\p{N}]*$/u.test(expected)) return gate.free(expected)
  const words = !at.startsWith('/') || (!personal && /\s|^\D+$/.test(expected))
  return words && gate.masked(expected) === undefined ? gate.prose(expected) : redactActual(gate, expected, at)
}

export const redactPlace = (gate: Gate, at: string): string =>
  at.startsWith('/') ? redactPointer(gate, at) : gate.prose(at)
