import type { Flow } from '../../../contracts/dsve/declared.ts'
import { flows } from '../../../contracts/dsve/declared.ts'
import { isRefusal } from '../../../contracts/dsve/statuses.ts'
import { keys } from '../../../contracts/dsve/transfer/properties.ts'
import { type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { type Answers, answered, onAnswers, plainAnswers } from '../judged.ts'
import { flowOf, flowsOf } from '../questions.ts'
import { type Answered, elementAt, isAcknowledged, messageIn, statusOf } from '../seen.ts'

/** What a bank may do, and nobody may punish: told where it was made use of, and no ground for anything else. */

const oneFlow = defineCheck(import.meta, {
  verifies: 'DSVE-002',
  ...onAnswers((seen) => {
    const answers = plainAnswers(seen)
    const declared = flowsOf(seen.target)
    const [first] = answers
    if (declared.length === flows.length || first === undefined)
      return notApplicable('did-not-occur', 'the participant answers both flows')
    return answers.flatMap((one) => answered(one, `is of ${declared.join()}, the one flow that is declared`))
  }),
})

const freedom = (row: string, unused: string, uses: (one: Answered) => boolean, used: string) =>
  defineCheck(import.meta, {
    verifies: row,
    ...onAnswers((seen) => told(seen, unused, uses, used)),
  })

function told(seen: Answers, unused: string, uses: (one: Answered) => boolean, used: string): Judgement {
  const some = plainAnswers(seen).filter(uses)
  return some.length === 0 ? notApplicable('did-not-occur', unused) : some.flatMap((one) => answered(one, used))
}

const isNo = ({ reply }: Answered) => isRefusal(statusOf(reply) ?? '')
const isOf = (one: Answered, flow: Flow) => flowOf(one.put) === flow

const textOnYes = freedom(
  'DSVE-085',
  'no answer with amounts came',
  ({ reply }) => isAcknowledged(reply),
  `an answer with amounts may have a ${keys.statusDescription}, and need not`,
)

const emptyRefusal = freedom(
  'DSVE-093',
  'no refusal came',
  (one) => isNo(one) && messageIn(one.reply) === undefined,
  'a refusal may be empty, hold manifest.xml alone, or something that says nothing',
)

const sharesWithoutPant = freedom(
  'DSVE-124',
  'no aksjeleilighet was answered without a pantedokumentreferanse',
  (one) =>
    (elementAt(one.reply, 'registerenheterMedDokumentreferanser')?.children ?? []).some(
      ({ children = [] }) =>
        children.some(({ name }) => name === 'aksjeleilighet') &&
        children.find(({ name }) => name === 'pantedokumentreferanser')?.children === undefined,
    ),
  'an aksjeleilighet may have no pantedokumentreferanse',
)

const paymentText = freedom(
  'DSVE-137',
  'no answer with amounts came',
  ({ reply }) => isAcknowledged(reply),
  'kidnummer and betalingsmelding may both be left out, and both be there',
)

const otherDates = freedom(
  'DSVE-172',
  'every innfrielse was answered for the dates that were asked for',
  (one) => isOf(one, 'innfrielse') && one.reply.problems.some(({ requirement }) => requirement === 'DSVE-172'),
  'other or fewer dates than asked for are as good',
)

export default [oneFlow, textOnYes, emptyRefusal, sharesWithoutPant, paymentText, otherDates]
