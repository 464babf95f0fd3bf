import { given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'
import { isRefused } from './refused-party.ts'

export default defineCheck(import.meta, {
  verifies: 'KI-KON-023',
  needs: ['P1', 'P4'],
  ask: async ({ ask, target }) => ({
    bankrupt: await ask(caseOf(target, 'P1').list),
    solvent: await ask(caseOf(target, 'P4').list),
  }),
  judge: ({ bankrupt, solvent }) => given(served(bankrupt), () => isRefused(solvent)),
})
