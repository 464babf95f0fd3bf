import { headerNames, queryNames } from '../../../contracts/kfr/operations.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { all, forEach, given, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { callsOf, profileOf } from '../calls.ts'
import { someAccount } from '../doors.ts'
import { answered, served } from '../judging.ts'
import { header, noSecond, onlyOwnersAllowed, type Probed, probed, query, servesSecond } from './probes.ts'

/** What a question of an agency has to hold. */

/** Of the second version alone. */
const inSecond = (
  verifies: string,
  ask: (doors: Doors) => Promise<Probed>,
  judge: (probed: Probed) => Judgement,
): Check =>
  defineCheck(import.meta, {
    verifies,
    ask: (doors) => (servesSecond(doors) ? ask(doors) : Promise.resolve(null)),
    judge: (found) => (found === null ? noSecond() : judge(found)),
  })

const refusesAll = ({ lawful, asked }: Probed): Judgement =>
  given(served(lawful), () => forEach(asked, (answer) => answered(answer, 400)))

const eitherCase = {
  false: query(queryNames.onlyPrimaryOwner, 'false'),
  FALSE: query(queryNames.onlyPrimaryOwner, 'FALSE'),
}

const relationships = (doors: Doors) => {
  const calls = callsOf(doors)
  return calls.relationships('2.0', calls.customer('looked-up'))
}

export default [
  inSecond(
    'KFRO-046',
    (doors) =>
      probed(doors, relationships(doors), {
        'no CorrelationID': header(headerNames.correlation, null),
        'no Legal-Mandate': header(headerNames.mandate, null),
        'no AccountInfoRequestID': header(headerNames.inquiry, null),
        'no fromDate': query(queryNames.from, null),
        'no toDate': query(queryNames.to, null),
      }),
    refusesAll,
  ),
  inSecond(
    'KFRO-059',
    (doors) => {
      const { account } = profileOf(doors.target).samples ?? {}
      return probed(doors, callsOf(doors).provider('2.0', account?.accountIdentifier ?? someAccount), {
        'no Legal-Mandate': header(headerNames.mandate, null),
        'no AccountInfoRequestID': header(headerNames.inquiry, null),
      })
    },
    refusesAll,
  ),
  inSecond(
    'KFRO-047',
    (doors) =>
      probed(doors, relationships(doors), {
        true: query(queryNames.onlyPrimaryOwner, 'true'),
        TRUE: query(queryNames.onlyPrimaryOwner, 'TRUE'),
        True: query(queryNames.onlyPrimaryOwner, 'True'),
        ...(onlyOwnersAllowed(doors) ? {} : eitherCase),
        '1 for true': query(queryNames.onlyPrimaryOwner, '1'),
        ja: query(queryNames.onlyPrimaryOwner, 'ja'),
      }),
    ({ lawful, asked }) =>
      given(served(lawful), () =>
        all(
          forEach(asked.slice(0, -2), served),
          forEach(asked.slice(-2), (answer) => answered(answer, 400)),
        ),
      ),
  ),
]
