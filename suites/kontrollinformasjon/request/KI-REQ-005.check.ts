import { forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'

/** On each operation, and beside its twin: a bank that validates the list only, or refuses everything, does not pass. */
export default defineCheck(import.meta, {
  verifies: 'KI-REQ-005',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', async (operation) => ({
      complete: await doors.ask(operation),
      without: await doors.ask(operation, { headers: { 'Legal-Mandate': null } }),
    })),
  judge: (operations) =>
    forEach(operations, ({ complete, without }) =>
      given(served(complete), () => without.refuses({ status: 400, code: 'ACC-001' })),
    ),
})
