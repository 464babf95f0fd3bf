import { cases, isCase } from '../../../contracts/dsve/fixtures/cases.ts'
import type { Known } from '../../../contracts/dsve/fixtures/known.ts'
import { all, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { type Answers, heard, lacks, onAnswers, otherFlow, plainAnswers, putIn, roundsOf } from '../judged.ts'
import { flowOf } from '../questions.ts'
import { type Answered, answeredOf, elementAt, textAt } from '../seen.ts'

/** What shows only when several answers lie beside each other. */

/** Two megler ask about one property: each gets its own reference back. */
const unrelated = defineCheck(import.meta, {
  verifies: 'DSVE-206',
  ...onAnswers((seen) => {
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
    return [...mixedUp(some, all), ...some.flatMap((one) => ofAnother(one))]
  }),
})
const atOnce = 20

/** A reference that another question had. */
const mixedUp = (some: readonly Answered[], references: readonly string[]): Judgement =>
  some.flatMap(({ put, sighting }) => {
    const told = textAt(sighting, 'mottaker/referanse')
    const isOthers = told !== undefined && told !== put.sent?.referanse && references.includes(told)
    return sighting.finds(!isOthers, {
      what: `${put.name}: ${isOthers ? 'has the reference of another request' : 'has no other’s reference'}`,
      expected: put.sent?.referanse ?? null,
      at: '/letter/reply/matchedBy',
    })
  })

/** Loans that only another case has. */
function ofAnother({ put, sighting, reply }: Answered): Judgement {
  const { fixture } = put.inquiry
  if (!isCase(fixture)) return []
  const numbers = (elementAt(reply, 'laanliste')?.children ?? []).map(
    (laan) => laan.children?.find(({ name }) => name === 'laanenummer')?.text ?? '',
  )
  const own = new Set((cases[fixture] as Known).laan.map(({ laanenummer }) => laanenummer))
  const others = new Set(Object.values<Known>(cases).flatMap(({ laan }) => laan.map(({ laanenummer }) => laanenummer)))
  const strange = numbers.find((number) => others.has(number) && !own.has(number))
  if (strange === undefined) return []
  return sighting.finds(false, {
    what: `${put.name}: holds a loan of another case`,
    expected: 'loans of its own',
    at: '/letter/reply/files',
  })
}

/** The same reference of the bank in both flows, of one case and one megler. */
const stable = defineCheck(import.meta, {
  verifies: 'DSVE-111',
  ...onAnswers((seen) => {
    for (const flow of ['restgjeld', 'innfrielse'] as const) if (lacks(seen, flow)) return otherFlow(flow)
    const some = plainAnswers(seen).filter(
      ({ put }) => put.inquiry.by === undefined && put.inquiry.referanse === undefined,
    )
    const judged = some
      .filter(({ put }) => flowOf(put) === 'innfrielse')
      .flatMap((later): Judgement => {
        const earlier = some.find(
          ({ put }) => flowOf(put) === 'restgjeld' && put.inquiry.fixture === later.put.inquiry.fixture,
        )
        const [told, before] = [referenceOf(later), earlier && referenceOf(earlier)]
        if (told === undefined || before === undefined) return []
        return later.sighting.finds(told === before, {
          what: `${later.put.name}: the bank should call the case what it called it in the restgjeldssvar`,
          expected: before,
          at: '/letter/reply/matchedBy',
        })
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
    const beside = answersOf(seen, put).flatMap((one) =>
      without === undefined
        ? []
        : one.sighting.finds(saldoOf(one) === saldoOf(without), {
            what: `${one.put.name}: should be answered as without it`,
            expected: saldoOf(without),
            at: '/letter/reply/propertyList/status',
          }),
    )
    return all(heard(put, roundsOf(seen)), beside)
  }),
})

const answersOf = (seen: Answers, put: ReturnType<typeof putIn>): readonly Answered[] => answeredOf(put, seen.seen)

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
    const meanOf = (flow: string) => {
      const places = some.filter(({ put }) => flowOf(put) === flow).map(placeOf)
      return places.reduce((sum, place) => sum + place, 0) / places.length
    }
    const last = some.findLast(({ put }) => flowOf(put) === 'innfrielse')
    const [first, other] = [meanOf('innfrielse'), meanOf('restgjeld')]
    if (last === undefined || Number.isNaN(other))
      return inconclusive('need-not-met', 'of one of the two nothing was answered')
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
