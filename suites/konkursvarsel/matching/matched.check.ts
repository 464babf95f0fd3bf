import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { given } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { openings } from '../acts/openings.ts'
import { ordinaryGround } from '../locked.ts'
import { isMatched } from './matched.ts'

/** Whom a participant has to know by the number that stands in `debitor`. */
const row = (verifies: string, debtor: KonkursFixture, what: string): Check =>
  defineCheck(import.meta, {
    verifies,
    needs: debtor === 'K46' ? ['K46'] : ['K46', debtor],
    ask: async ({ play }) => play(openings),
    judge: (evidence) => {
      if (debtor === 'K46') return isMatched(evidence, debtor, what)
      const { target, opened } = evidence
      return given(ordinaryGround({ target, scenes: [opened] }), () => isMatched(evidence, debtor, what))
    },
  })

export default [
  row('KV-028', 'K46', 'an organisation should be known by its number'),
  row('KV-029', 'K2', 'a fødselsnummer that begins with 0 should be known'),
  row('KV-030', 'K3', 'a D-number should be known'),
]
