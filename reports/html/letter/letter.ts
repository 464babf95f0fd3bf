import type { Finding } from '../../../contracts/report/report.ts'
import type { Verdict, Weight } from '../../../contracts/report/verdict.ts'
import { type Said, weightWords } from '../../words.ts'
import { badge } from '../badge.ts'
import { shortened } from '../finding.ts'
import { html, type Markup, type Part, say } from '../markup.ts'
import { type Around, aroundLines } from './around.ts'
import { type Line, linesOf, type ShownElement } from './lines.ts'
import { type Picked, pick } from './pick.ts'
import { type Mark, type MarkedLine, place } from './place.ts'

/** A received message as a person wants to see it: what it says beside how it says it, and what is wrong where it is wrong. */

/** Something wrong with the message. */
export interface LetterMark extends Mark, Pick<Finding, 'what' | 'expected' | 'actual'> {
  readonly requirement: string
  readonly weight: Weight
  /** Null where nobody has judged it. */
  readonly verdict: Verdict | null
  /** Id of the mark in the page, once in it. */
  readonly id: string
  /** Id of what tells more of it; null where nothing does. */
  readonly back: string | null
}

export interface Shown {
  readonly around: Around
  /** The message, or whatever could be read instead. */
  readonly message: ShownElement | null
  readonly marks: readonly LetterMark[]
}

/** Lines of one message that are shown; a hundred loans have more. */
export const mostLines = 400

export function letterTables({ around, message, marks }: Shown, room = mostLines): Markup {
  const [inside, beside] = [true, false].map((within) => marks.filter(({ path }) => path.startsWith('/') === within))
  const outside = place(aroundLines(around), message === null ? marks : (beside ?? []))
  const lines = message === null ? [] : place(linesOf(message), inside ?? [])
  return html`${table(pick(outside, 100), {
    nb: 'Det som fulgte med meldingen',
    en: 'What came with the message',
  })}${lines.length === 0 ? '' : table(pick(lines, room), { nb: 'Meldingen', en: 'The message' })}`
}

const table = (lines: readonly Picked<LetterMark>[], caption: Said): Markup => html`<table class="letter">
<caption>${say(caption)}</caption>
<thead><tr><th scope="col">${say({ nb: 'Felt', en: 'Field' })}</th><th scope="col">${say({ nb: 'Verdi', en: 'Value' })}</th><th scope="col">${say({ nb: 'Slik det kom', en: 'As it came' })}</th></tr></thead>
<tbody>${lines.map((line) => ('left' in line ? leftOut(line.left) : marked(line)))}</tbody>
</table>`

const leftOut = (left: number): Markup =>
  html`<tr class="left"><td colspan="3">${say({ nb: `… ${left} linjer er utelatt`, en: `… ${left} lines are left out` })}</td></tr>\n`

function marked({ line, marks }: MarkedLine<LetterMark>): Markup {
  const wrong = marks.length > 0 ? ` wrong ${toneOf(marks[0])}` : ''
  return html`<tr class="${line.kind}${wrong}">${cells(line, marks.length > 0)}</tr>
${marks.map(markRow)}`
}

/** Deeper than that, indentation says nothing any more. */
const deepest = 10

function cells(line: Line, wrong: boolean): Markup {
  const { kind, source, depth } = line
  const indent = html` style="--d:${Math.min(depth, deepest)}"`
  const code = source === '' ? '' : html`<code>${wrong ? html`<mark>${short(source)}</mark>` : short(source)}</code>`
  const last = html`<td${indent}>${code}</td>`
  if (kind === 'end') return html`<td colspan="2"></td>${last}`
  if (kind === 'group') return html`<th scope="row" colspan="2"${indent}>${nameOf(line)}</th>${last}`
  return html`<th scope="row"${indent}>${nameOf(line)}</th><td>${kind === 'missing' ? missing : told(line)}</td>${last}`
}

const missing = say({ nb: 'mangler', en: 'missing' })

const nameOf = ({ said, name, number }: Line): Part =>
  html`${said === null ? html`<code>${short(name)}</code>` : say(said)}${number === undefined ? '' : ` ${number}`}`

const truths: Readonly<Record<string, Said>> = {
  true: { nb: 'ja', en: 'yes' },
  false: { nb: 'nei', en: 'no' },
  '': { nb: '(tom)', en: '(empty)' },
}

function told({ value, path }: Line): Part {
  const said = Object.hasOwn(truths, value) ? truths[value] : undefined
  if (said === undefined) return html`<bdi>${short(value)}</bdi>`
  return path.startsWith('archive/') ? '' : say(said)
}

const short = (text: string) => shortened(text, 200).replaceAll('\n', ' ')

const toneOf = (mark: LetterMark | undefined) => mark?.verdict ?? (mark?.weight === 'breach' ? 'fail' : 'warn')

const markRow = (mark: LetterMark): Markup => {
  const { id, back, requirement, verdict, weight, what, expected, actual } = mark
  return html`<tr class="marked ${toneOf(mark)}" id="${id}"><td colspan="3">${verdict === null ? html`<strong>${say(weightWords[weight])}:</strong>` : badge(verdict)} ${
    back === null
      ? html`<span class="id">${requirement}</span>`
      : html`<a class="id" href="#${back}">${requirement}</a>`
  } <bdi lang="en">${what}</bdi><br>${say({ nb: 'Forventet', en: 'Expected' })}: <bdi>${said(expected)}</bdi> · ${say({ nb: 'Faktisk', en: 'Actual' })}: <bdi>${said(actual)}</bdi></td></tr>
`
}

const said = (value: unknown) => short(typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null'))
