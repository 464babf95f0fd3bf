import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes, Request } from '../../kit/ask/request.ts'
import { type Asked, forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'

/** What a caller would send who takes the operation for one that changes something. */
const withBody = { body: '{}', headers: { 'Content-Type': 'application/json' } } as const satisfies Changes

const others: Readonly<Record<string, Changes>> = {
  POST: { method: 'POST' },
  PUT: { method: 'PUT' },
  PATCH: { method: 'PATCH' },
  DELETE: { method: 'DELETE' },
  'POST with a body': { method: 'POST', ...withBody },
  'PUT with a body': { method: 'PUT', ...withBody },
  'PATCH with a body': { method: 'PATCH', ...withBody },
}

/** Beside the lawful GET of the same path, so that a path which refuses everything proves nothing. */
const withEachMethod = (ask: Doors['ask']) => async (operation: Request) => {
  const lawful = await ask(operation)
  const asked: Asked<Answer>[] = []
  for (const [label, other] of Object.entries(others)) asked.push({ label, asked: await ask(operation, other) })
  return { lawful, asked }
}

export default defineCheck(import.meta, {
  verifies: 'KI-URL-007',
  needs: ['P1'],
  ask: (doors) => onEachOperation(doors, 'P1', withEachMethod(doors.ask)),
  judge: (operations) =>
    forEach(operations, ({ lawful, asked }) =>
      given(served(lawful), () => forEach(asked, (other) => other.refuses({ status: 405, code: 'ACC-012' }))),
    ),
})
