import { inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { actsIn } from '../seen.ts'
import { onBoth } from './scenes.ts'

/**
 * Whether the recipient of an answer was looked up. The megler looks for nobody but the bank, so every other call is the
 * bank's. A register that is kept for a while shows one in one act and none in the other; one that is kept for longer than
 * a run shows none, so that this only warns.
 */
export default defineCheck(import.meta, {
  verifies: 'DSVE-005',
  ...onBoth(({ answers: { target, seen: calm }, fetching: { seen: troubled } }) => {
    const seen = [...calm, ...troubled]
    const own = target.participant.organisationNumber
    const lookups = seen.filter(({ record: { party, path } }) => party === 'akeldo' && !path.endsWith(`/${own}`))
    if (lookups.length > 0)
      return lookups.flatMap((one) => one.finds(true, { what: 'AKELDO is asked', expected: null, at: '/path' }))
    const [sent] = actsIn(seen).filter(({ act }) => act.request !== undefined)
    return sent === undefined
      ? inconclusive('need-not-met', 'no answer was sent')
      : sent.sighting.finds(false, {
          what: 'no recipient was looked up in AKELDO before or after this',
          expected: 'a look-up',
          at: '/act/operation',
          weight: 'tolerated',
        })
  }),
})
