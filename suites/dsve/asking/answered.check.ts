import { all, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { lacking } from '../held.ts'
import { type Answers, answeredEach, heard, onAnswers, putIn, roundsOf } from '../judged.ts'
import { actsOn, answeredOf, answersTo, isServed, statusOf } from '../seen.ts'
import { standsOn } from '../stands-on.ts'

/** Whether requests are found and answered, each once. */

const plainIn = (seen: Answers) => putIn(seen).filter(({ isPlain, row }) => isPlain && row !== null)

const everyAnswer = defineCheck(import.meta, {
  verifies: 'DSVE-003',
  ...onAnswers((seen) => answeredEach(plainIn(seen), roundsOf(seen))),
})

/** That one was read about or fetched is the sign that it was found. */
const found = defineCheck(import.meta, {
  verifies: 'DSVE-011',
  ...onAnswers((seen) =>
    foundAll(
      seen,
      plainIn(seen).filter(({ row }) => row !== 'DSVE-013'),
      answeredEach,
    ),
  ),
})

/** More wait than one search shows, and the oldest are those that it does not. */
const drained = defineCheck(import.meta, {
  verifies: 'DSVE-013',
  ...onAnswers((seen) =>
    foundAll(
      seen,
      putIn(seen).filter(({ row }) => row === 'DSVE-013'),
      heard,
    ),
  ),
})

function foundAll(seen: Answers, put: ReturnType<typeof putIn>, silenceOf: typeof heard): Judgement {
  const silence = silenceOf(put, roundsOf(seen))
  return put.flatMap(({ name, sent }, index): Judgement => {
    const [first] = sent === null ? [] : actsOn(sent.fileTransferId, seen.seen).filter(isServed)
    const what = `${name}: should be found`
    if (first !== undefined) return first.sighting.finds(true, { what, expected: 'a call', at: '/method' })
    // Whoever may not be blamed for silence may not be for not looking.
    return silence.slice(index, index + 1)
  })
}

const once = defineCheck(import.meta, {
  verifies: 'DSVE-060',
  ...onAnswers((seen) => {
    const judged = plainIn(seen).flatMap((one): Judgement => {
      const all = answersTo(one, seen.seen)
      return all.slice(-1).flatMap((last) =>
        last.finds(all.length === 1, {
          what: `${one.name}: ${all.length === 1 ? 'is answered once' : `${all.length} answers came, and one is due`}`,
          expected: 'answered',
          at: '/letter/what',
          weight: 'tolerated',
        }),
      )
    })
    return judged.length === 0 ? inconclusive('need-not-met', 'no answer came') : judged
  }),
})

/** An answer by e-mail is sent digitally too: silence about a case that is handled by hand breaks it. */
const alsoDigital = defineCheck(import.meta, {
  verifies: 'DSVE-192',
  ...onAnswers((seen) => {
    const put = plainIn(seen)
    const byEmail = answeredOf(put, seen.seen).filter(({ reply }) => statusOf(reply) === 'SvarerMedEpost')
    const judged = all(
      heard(
        put.filter(({ row }) => row === 'DSVE-192'),
        roundsOf(seen),
      ),
      byEmail.flatMap(({ put: { name }, sighting }) =>
        sighting.finds(true, {
          what: `${name}: by e-mail, and told`,
          expected: null,
          at: '/letter/reply/propertyList/status',
        }),
      ),
    )
    return judged.length > 0 ? judged : (lacking(seen.target, standsOn['DSVE-192'] ?? []) ?? judged)
  }),
})

/** Half a year ahead: amounts, a refusal with a reason, or silence where that is declared. */
const farAhead = defineCheck(import.meta, {
  verifies: 'DSVE-180',
  ...onAnswers((seen) => {
    const put = putIn(seen).filter(
      ({ inquiry }) => inquiry.fixture === 'S16' && inquiry.message === 'innfrielsessaldoforespoersel',
    )
    const [one] = put
    if (one === undefined)
      return (
        lacking(seen.target, standsOn['DSVE-180'] ?? []) ?? inconclusive('need-not-met', 'no innfrielse was asked for')
      )
    const { farFuture } = seen.target.dsve ?? {}
    const isSilent = one.sent !== null && answersTo(one, seen.seen).length === 0
    if (isSilent && farFuture === undefined)
      return inconclusive('deadline', `${one.name}: no answer yet, and none is declared ("dsve.farFuture")`)
    return isSilent && farFuture === 'waits'
      ? one.done.finds(true, { what: 'no answer yet, as declared', expected: null, at: '/does' })
      : all(
          heard(put, roundsOf(seen)),
          answeredOf(put, seen.seen).flatMap(({ sighting, reply }) =>
            reply.problems
              .filter(({ requirement }) => requirement === 'DSVE-180')
              .flatMap(({ expected }) =>
                sighting.finds(false, { what: 'half a year ahead', expected, at: '/letter/reply/propertyList/status' }),
              ),
          ),
        )
  }),
})

export default [everyAnswer, found, drained, once, alsoDigital, farAhead]
