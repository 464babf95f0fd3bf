import { inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onAnswers } from '../judged.ts'
import { actsIn } from '../seen.ts'

/**
 * Whether the recipient of an answer was looked up. The megler looks for nobody but the bank, so every other call is the
 * bank's. A register that is kept for longer than a run shows none, so that this only warns.
 */
export default defineCheck(import.meta, {
  verifies: 'DSVE-005',
  ...onAnswers(({ seen, target }) => {
    const own = target.participant.organisationNumber
    const lookups = seen.filter(({ record: { party, path } }) => party === 'akeldo' && !path.endsWith(`/${own}`))
    if (lookups.length > 0)
      return lookups.flatMap((one) => one.finds(true, { what: 'AKELDO is asked', expected: null, at: '/path' }))
    const [first] = actsIn(seen).filter(({ act }) => act.request !== undefined)
    return first === undefined
      ? inconclusive('need-not-met', 'no answer was sent')
      : first.sighting.finds(false, {
          what: 'no recipient was looked up in AKELDO before or after this',
          expected: 'a look-up',
          at: '/act/operation',
          weight: 'tolerated',
        })
  }),
})
