import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import { forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Beside the lawful GET of the same path, so that a path which refuses everything proves nothing. */
const withEachMethod = (ask: Doors['ask']) => async (operation: Request) => {
  const lawful = await ask(operation)
  const others = []
  for (const method of methods) others.push({ label: method, asked: await ask(operation, { method }) })
  return { lawful, others }
}

export default defineCheck(import.meta, {
  verifies: 'KI-URL-007',
  needs: ['P1'],
  ask: (doors) => onEachOperation(doors, 'P1', withEachMethod(doors.ask)),
  judge: (operations) =>
    forEach(operations, ({ lawful, others }) =>
      given(served(lawful), () => forEach(others, (other) => other.refuses({ status: 405, code: 'ACC-012' }))),
    ),
})
