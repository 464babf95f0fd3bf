import { canary, isKnock } from '../../kit/ask/correspondence.ts'
import { all, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { type Answers, onAnswers, putIn, wayJudged } from '../judged.ts'

/** Addresses in a message that lead to the megler's own server: whoever follows one is seen there. Bombs and names that lead out of a folder leave a bank able to answer. */
export default defineCheck(import.meta, {
  verifies: 'DSVE-043',
  ...onAnswers((seen) => {
    const put = putIn(seen).filter(({ expects }) => expects?.requirement === 'DSVE-043')
    return all(wayJudged('DSVE-043', seen, put), followed(seen))
  }),
})

const followed = ({ seen }: Answers): Judgement =>
  seen.flatMap((sighting): Judgement => {
    const { party, method, path } = sighting.record
    if (party !== 'megler') return []
    if (path.startsWith(canary))
      return sighting.finds(false, {
        what: 'nothing that a message names should be fetched',
        expected: 'no call',
        at: '/path',
      })
    // Which address was called nobody can see; that of the megler stands in messages, and at the broker.
    return isKnock({ method })
      ? sighting.finds(false, {
          what: 'somebody came to the address that messages name, without a TLS connection; look whether it was the bank',
          expected: 'no call',
          at: '/method',
          weight: 'tolerated',
        })
      : []
  })
