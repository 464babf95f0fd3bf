import { innfrielse, innfrielseAfterTermin, type KnownLaan } from '../fixtures/known.ts'
import type { XmlElement } from '../xml/markup.ts'
import { type Case, datesOf, daysFrom } from './case.ts'
import { amountOf, childOf, childrenOf, dayOf, textOf } from './elements.ts'
import type { ToldLaan } from './loans.ts'
import { breach, note, type Problem, tolerated, within } from './problem.ts'

/**
 * What an innfrielsessaldosvar alone tells: DSVE-170 to -178. Other or fewer dates than asked for never fail (B7): the
 * bank chooses, and is told what it chose; readings/other-or-fewer-dates.md.
 */

interface Pair {
  readonly element: XmlElement
  readonly dato: string
  readonly beloep: number
  readonly text: string
}

const pairsOf = (laan: XmlElement): readonly Pair[] =>
  childrenOf(childOf(laan, 'saldoerPerDato'), 'saldoPerDato').map((element) => {
    const text = textOf(element, 'beloep') ?? ''
    return { element, dato: dayOf(textOf(element, 'dato')), beloep: amountOf(text), text }
  })

export function innfrielseRules(told: readonly ToldLaan[], asked: Case): readonly Problem[] {
  const loans = told.map((loan) => ({ ...loan, pairs: pairsOf(loan.element) }))
  return [
    ...loans.flatMap(({ element, known, pairs }) => [
      ...counted(element, pairs),
      ...coverage(element, known, pairs, asked),
      ...repeated(pairs),
      ...past(pairs, asked),
      ...(known ? [...amounts(pairs, known, asked), ...falling(pairs, known), ...tooFar(pairs, known, asked)] : []),
    ]),
    ...sameDates(loans),
  ]
}

const counted = (laan: XmlElement, pairs: readonly Pair[]) =>
  pairs.length >= 1 && pairs.length <= 4
    ? []
    : [breach('DSVE-170', within(laan, 'saldoerPerDato'), 'one to four pairs of date and amount', `${pairs.length}`)]

function coverage(
  laan: XmlElement,
  known: KnownLaan | undefined,
  pairs: readonly Pair[],
  asked: Case,
): readonly Problem[] {
  const [wanted, given] = [datesOf(asked), new Set(pairs.map(({ dato }) => dato))]
  const covered = wanted.filter((date) => given.has(date))
  if (covered.length === wanted.length && given.size === covered.length) return []
  const place = childOf(laan, 'saldoerPerDato') ?? laan
  const actual = `${covered.length} of ${wanted.length}: ${[...given].join(', ')}`
  const all = wanted.join(', ')
  const could = wanted.some((date) => !isTooFar(daysFrom(asked.day, date), known, asked) && date >= asked.day)
  const says = covered.length === 0 && could ? tolerated : note
  return [
    ...(covered.length < wanted.length ? [says('DSVE-171', place, all, actual)] : []),
    note('DSVE-172', place, `${all}, or others, or fewer`, actual),
  ]
}

function repeated(pairs: readonly Pair[]): readonly Problem[] {
  const amounts = new Map<string, Set<number>>()
  return pairs.flatMap(({ element, dato, beloep }) => {
    const before = amounts.get(dato)
    amounts.set(dato, (before ?? new Set()).add(beloep))
    if (before === undefined) return []
    const says = amounts.get(dato)?.size === 1 ? tolerated : breach
    return [says('DSVE-173', within(element, 'dato'), 'each date once', `${dato} again`)]
  })
}

const past = (pairs: readonly Pair[], asked: Case) =>
  pairs
    .filter(({ dato }) => dato !== '' && dato < asked.day && !datesOf(asked).includes(dato))
    .map(({ element, dato }) => breach('DSVE-174', within(element, 'dato'), `${asked.day} or later`, dato))

/** Five days of interest either way, and at least two kroner: banks count days and round in their own ways. */
export const innfrielseTolerance = ({ dagsrente }: KnownLaan): number => Math.max(2, 5 * dagsrente) + 0.005

function amounts(pairs: readonly Pair[], known: KnownLaan, { day }: Case): readonly Problem[] {
  return pairs.flatMap(({ element, dato, beloep, text }) => {
    const days = daysFrom(day, dato)
    if (Number.isNaN(days)) return []
    const expected = innfrielse(known, days)
    const tolerance = innfrielseTolerance(known)
    return [expected, innfrielseAfterTermin(known, days)].some((one) => Math.abs(beloep - one) <= tolerance)
      ? []
      : [
          breach(
            'DSVE-176',
            within(element, 'beloep'),
            `${expected.toFixed(2)}, within ${Math.round(tolerance)}: all that closing the loan costs`,
            text,
          ),
        ]
  })
}

function falling(pairs: readonly Pair[], { fastrente, terminer = [] }: KnownLaan): readonly Problem[] {
  if (fastrente || terminer.length > 0) return []
  const sorted = pairs.toSorted((one, other) => one.dato.localeCompare(other.dato))
  return sorted.flatMap(({ element, beloep, text }, index) => {
    const before = sorted[index - 1]
    return before && beloep < before.beloep
      ? [breach('DSVE-177', within(element, 'beloep'), `no less than the ${before.text} of ${before.dato}`, text)]
      : []
  })
}

const isTooFar = (days: number, known: KnownLaan | undefined, asked: Case) =>
  known?.fastrente === true && days > (asked.known.expects.fastrenteDager ?? Number.POSITIVE_INFINITY)

const tooFar = (pairs: readonly Pair[], known: KnownLaan, asked: Case) =>
  pairs
    .filter(({ dato }) => isTooFar(daysFrom(asked.day, dato), known, asked))
    .map(({ element, dato }) =>
      breach(
        'DSVE-178',
        within(element, 'dato'),
        `no amount beyond ${asked.known.expects.fastrenteDager} days of a fastrente loan`,
        dato,
      ),
    )

interface WithPairs extends ToldLaan {
  readonly pairs: readonly Pair[]
}

/** Somebody has to add them up. A fastrente loan may have to have its own (B2). */
function sameDates(loans: readonly WithPairs[]): readonly Problem[] {
  const dated = loans
    .filter(({ known }) => !known?.fastrente)
    .map(({ element, pairs }) => ({ element, dates: [...new Set(pairs.map(({ dato }) => dato))].sort().join(', ') }))
  const [first, ...others] = dated
  return others
    .filter(({ dates }) => dates !== first?.dates)
    .map(({ element, dates }) =>
      tolerated('DSVE-175', childOf(element, 'saldoerPerDato') ?? element, first?.dates ?? '', dates),
    )
}
