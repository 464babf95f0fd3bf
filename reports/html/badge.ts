import type { RunVerdict } from '../../contracts/report/report.ts'
import type { Verdict } from '../../contracts/report/verdict.ts'
import { verdictWords } from '../words.ts'
import { html, type Markup, say } from './markup.ts'

/** A form for each verdict: colour alone says nothing. */
const marks = {
  fail: '✕',
  inconclusive: '?',
  warn: '!',
  pass: '✓',
  'not-applicable': '–',
  'not-tested': '○',
  incomplete: '◐',
} as const satisfies Record<Verdict | RunVerdict, string>

export const mark = (verdict: Verdict | RunVerdict): Markup =>
  html`<span class="mark" aria-hidden="true">${marks[verdict]}</span>`

export const badge = (verdict: Verdict): Markup =>
  html`<span class="badge ${verdict}">${mark(verdict)}${say(verdictWords[verdict])}</span>`
