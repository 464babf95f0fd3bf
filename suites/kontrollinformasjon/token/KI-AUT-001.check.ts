import { forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'

export default defineCheck(import.meta, {
  verifies: 'KI-AUT-001',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', async (operation) => ({
      authorised: await doors.ask(operation),
      anonymous: await doors.ask(operation, { token: null }),
    })),
  judge: (operations) =>
    forEach(operations, ({ authorised, anonymous }) =>
      given(served(authorised), () => anonymous.refuses({ status: 401, code: 'ACC-010' })),
    ),
})
