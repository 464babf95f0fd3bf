import { forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'
import { inProduction, withProduction } from '../production.ts'
import { untrusted } from './defective-token.ts'

/** A test instance that also trusts the issuer of production is nothing that this row speaks of. */
const check = defineCheck(import.meta, {
  verifies: 'KI-AUT-022',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(
      doors,
      'P1',
      async (operation) => ({
        lawful: await doors.ask(operation),
        ofTheTestIssuer: await doors.ask(operation, { token: { issuer: 'test' } }),
      }),
      inProduction,
    ),
  judge: (operations) =>
    forEach(operations, ({ lawful, ofTheTestIssuer }) =>
      given(served(lawful), () => ofTheTestIssuer.refuses(untrusted)),
    ),
})

export default withProduction(check)
