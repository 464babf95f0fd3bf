import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'

export default defineCheck(import.meta, {
  verifies: 'KI-URL-004',
  needs: ['P1'],
  ask: ({ ask, target }) => ask(caseOf(target, 'P1').list),
  judge: (list) => list.answers(200),
})
