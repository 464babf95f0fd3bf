import { cases, isCase } from '../../../contracts/dsve/fixtures/cases.ts'
import type { Known } from '../../../contracts/dsve/fixtures/known.ts'
import { withNumbers } from '../../../contracts/dsve/fixtures/own-numbers.ts'
import { all, inconclusive, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { lacking } from '../held.ts'
import {
  type Answers,
  answered,
  heard,
  lacks,
  onAnswers,
  otherFlow,
  plainAnswers,
  putIn,
  roundsOf,
  toldIn,
} from '../judged.ts'
import { flowOf } from '../questions.ts'
import { type Answered, answeredOf, elementAt, textAt } from '../seen.ts'
import { standsOn } from '../stands-on.ts'

/** What shows only when several answers lie beside each other. */

/** Two megler ask about one property: each gets its own reference back. */
const unrelated = defineCheck(import.meta, {
  verifies: 'DSVE-206',
  ...onAnswers((seen) => {
    const missing = lacking(seen.target, standsOn['DSVE-206'] ?? [])
    if (missing !== null) return missing
    const put = putIn(seen).filter(({ inquiry, isPlain }) => isPlain && inquiry.fixture === 'S25')
    const some = plainAnswers(seen).filter(({ put: one }) => put.includes(one))
    return all(
      heard(put, roundsOf(seen)),
      mixedUp(
        some,
        put.flatMap(({ sent }) => sent?.referanse ?? []),
      ),
    )
  }),
})

/** More than twenty at once: nobody gets the answer of another. */
const parallel = defineCheck(import.meta, {
  verifies: 'DSVE-207',
  ...onAnswers((seen) => {
    const some = plainAnswers(seen).filter(({ put }) => put.inquiry.fixture !== 'S25')
    if (some.length < atOnce)
      return inconclusive('too-few-samples', `${some.length} answers came, ${atOnce} are needed`)
    const all = putIn(seen).flatMap(({ sent }) => sent?.referanse ?? [])
    return [...mixedUp(some, all), ...some.flatMap((one) => ofAnother(one, seen))]
  }),
})
const atOnce = 20

/** A reference that another question had. */
const mixedUp = (some: readonly Answered[], references: readonly string[]): Judgement =>
  some.flatMap((one) => {
    const { put, sighting } = one
    const told = textAt(sighting, 'mottaker/referanse')
    if (told === undefined || told === put.sent?.referanse || !references.includes(told))
      return answered(one, 'has no other’s reference')
    return toldIn(one, 'mottaker/referanse', 'has the reference of another request', put.sent?.referanse ?? '')
  })

/** Loans that only another case has. */
function ofAnother(one: Answered, { target }: Pick<Answers, 'target'>): Judgement {
  const { put, reply } = one
  const { fixture } = put.inquiry
  if (!isCase(fixture)) return []
  const numbers = (elementAt(reply, 'laanliste')?.children ?? []).map(
    (laan) => laan.children?.find(({ name }) => name === 'laanenummer')?.text ?? '',
  )
  const loansOf = (known: Known) => withNumbers(known, target.dsve?.loans).laan.map(({ laanenummer }) => laanenummer)
  const own = new Set(loansOf(cases[fixture]))
  const others = new Set(Object.values<Known>(cases).flatMap(loansOf))
  const strange = numbers.findIndex((number) => others.has(number) && !own.has(number))
  if (strange < 0) return []
  const path = `laanliste/laan[${strange + 1}]/laanenummer`
  return toldIn(one, path, 'holds a loan of another case', [...own].join(' or ') || 'no loan', numbers[strange])
}

/** The same reference of the bank in both flows, of one case and one megler. */
const stable = defineCheck(import.meta, {
  verifies: 'DSVE-111',
  ...onAnswers((seen) => {
    for (const flow of ['restgjeld', 'innfrielse'] as const) if (lacks(seen, flow)) return otherFlow(flow)
    const some = plainAnswers(seen).filter(({ put }) => put.inquiry.by === undefined)
    const judged = some
      .filter(({ put }) => flowOf(put) === 'innfrielse')
      .flatMap((later): Judgement => {
        const earlier = some.find(
          ({ put }) => flowOf(put) === 'restgjeld' && put.sent?.referanse === later.put.sent?.referanse,
        )
        const [told, before] = [referenceOf(later), earlier && referenceOf(earlier)]
        if (told === undefined || before === undefined) return []
        return told === before
          ? answered(later, 'the bank calls the case what it called it in the restgjeldssvar')
          : toldIn(later, 'avsender/referanse', 'should be what the bank called the case in the restgjeldssvar', before)
      })
    return judged.length === 0 ? inconclusive('need-not-met', 'no case was answered in both flows') : judged
  }),
})

const referenceOf = ({ sighting }: Answered) => textAt(sighting, 'avsender/referanse')

/** What the seller hopes for changes nothing that the bank says. */
const unpriced = defineCheck(import.meta, {
  verifies: 'DSVE-160',
  ...onAnswers((seen) => {
    if (lacks(seen, 'restgjeld')) return otherFlow('restgjeld')
    const put = putIn(seen).filter(({ expects }) => expects?.requirement === 'DSVE-160')
    const without = plainAnswers(seen).find(({ put: { name } }) => name === 'S1 restgjeld')
    const saldoOf = (one: Answered) => elementAt(one.reply, 'laanliste/laan/saldo')?.text ?? null
    const beside = answeredOf(put, seen.seen).flatMap((one) =>
      without === undefined
        ? []
        : saldoOf(one) === saldoOf(without)
          ? answered(one, 'is answered as without it')
          : toldIn(one, 'laanliste/laan/saldo', 'should be as without it', saldoOf(without) ?? 'absent'),
    )
    return all(heard(put, roundsOf(seen)), beside)
  }),
})

/** Measured, and no more: who settles today waits longer behind every restgjeld that is answered first. */
const firstThings = defineCheck(import.meta, {
  verifies: 'DSVE-181',
  ...onAnswers((seen) => {
    for (const flow of ['restgjeld', 'innfrielse'] as const) if (lacks(seen, flow)) return otherFlow(flow)
    const inOrder = seen.seen.flatMap(({ record: { letter } }) => (letter?.reply ? [letter.number] : []))
    const placeOf = ({ put }: Answered) => inOrder.indexOf(put.sent?.number ?? -1) / Math.max(1, inOrder.length)
    const some = answeredOf(
      seen.first.put.filter(({ isPlain, inquiry }) => isPlain && inquiry.by === undefined),
      seen.seen,
    )
    const isOf = (flow: string) => (one: Answered) => flowOf(one.put) === flow
    const last = some.findLast(isOf('innfrielse'))
    if (last === undefined || !some.some(isOf('restgjeld')))
      return inconclusive('need-not-met', 'of one of the two nothing was answered')
    // Whoever hears of each at once has answered restgjeld before anybody asked for an innfrielse.
    const waiting = some.filter(({ sighting }) => sighting.record.at > last.put.done.record.at)
    if (!waiting.some(isOf('restgjeld')))
      return notApplicable('did-not-occur', 'restgjeld was answered before every innfrielse was asked for')
    const meanOf = (flow: string) => {
      const places = waiting.filter(isOf(flow)).map(placeOf)
      return places.reduce((sum, place) => sum + place, 0) / places.length
    }
    const [first, other] = [meanOf('innfrielse'), meanOf('restgjeld')]
    return last.sighting.finds(first <= other + slack, {
      what: `innfrielser were answered at ${percent(first)} of the row on average, restgjeld at ${percent(other)}, although innfrielser came last`,
      expected: 'innfrielser before restgjeld',
      at: '/at',
      weight: 'tolerated',
    })
  }),
})
const slack = 0.1
const percent = (share: number) => `${Math.round(share * 100)} %`

export default [unrelated, parallel, stable, unpriced, firstThings]
