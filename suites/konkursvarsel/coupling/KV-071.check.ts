import { given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { isRefused } from '../../kontrollinformasjon/konkurs/refused-party.ts'
import { openings } from '../acts/openings.ts'
import { wasTakenBack } from '../sletting/reopens.ts'

/** Asked about K16, whose opening was taken back a moment ago. */
export default defineCheck(import.meta, {
  verifies: 'KV-071',
  needs: ['K16'],
  ask: async ({ play }) => play(openings),
  judge: (evidence) =>
    wasTakenBack(evidence, 'K16', () => {
      const list = evidence.later.lists.K16
      return list === undefined
        ? []
        : given(
            list.finds(list.answered !== null, { what: 'an answer came', expected: 'answered', at: 'outcome' }),
            () => isRefused(list),
          )
    }),
})
