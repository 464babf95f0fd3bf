import type { Answer } from '../../kit/ask/answer.ts'
import type { Request } from '../../kit/ask/request.ts'
import { type Asked, forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'
import { besideOf } from '../served-as-it-is.ts'

const cases: Readonly<Record<string, (name: string) => string>> = {
  'lower-case names': (name) => name.toLowerCase(),
  'upper-case names': (name) => name.toUpperCase(),
}

const renamed = <T>(members: Readonly<Record<string, T>>, by: (name: string) => string): Record<string, T> =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [by(name), value]))

/** RFC 9110 §5.1. The names that the harness invents values for are among them. */
export default defineCheck(import.meta, {
  verifies: 'KI-REQ-013',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', async (operation) => {
      await doors.ask(operation)
      const pairs: Asked<{ usual: Answer; written: Answer }>[] = []
      for (const [label, by] of Object.entries(cases)) {
        const call: Request = {
          ...operation,
          headers: renamed(operation.headers, by),
          invents: renamed(operation.invents, by),
        }
        const written = await doors.ask(call)
        pairs.push({ label, asked: { usual: await besideOf(doors.ask, operation, written), written } })
      }
      return pairs
    }),
  judge: (operations) =>
    forEach(operations, (pairs) =>
      forEach(pairs, ({ usual, written }) => given(served(usual), () => written.answers(200))),
    ),
})
