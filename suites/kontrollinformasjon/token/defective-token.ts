import type { TokenRecipe } from '../../../contracts/control/protocol.ts'
import type { Answer, Refusal } from '../../kit/ask/answer.ts'
import { type Asked, forEach, given } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { onEachOperation, served } from '../operations.ts'

/** One way, or a few, to make a token that must not be believed. */
interface DefectiveToken {
  readonly verifies: string
  readonly refusal: Refusal
  /** By name; the audience is the participant's base URL. Beside a recipe may stand a refusal of its own. */
  readonly recipes: (audience: string) => Readonly<Record<string, TokenRecipe | readonly [TokenRecipe, Refusal]>>
}

interface Probe {
  readonly answer: Answer
  readonly refusal: Refusal
}

/** Each defect on each operation, beside the lawful token: everything else in the call is in order. */
export function defectiveToken(meta: ImportMeta, { verifies, refusal, recipes }: DefectiveToken): Check {
  return defineCheck(meta, {
    verifies,
    needs: ['P1'],
    ask: (doors) =>
      onEachOperation(doors, 'P1', async (operation) => {
        const lawful = await doors.ask(operation)
        const probes: Asked<Probe>[] = []
        for (const [label, probe] of Object.entries(recipes(doors.target.baseUrl))) {
          const [token, own = refusal] = [probe].flat() as [TokenRecipe, Refusal?]
          probes.push({ label, asked: { answer: await doors.ask(operation, { token }), refusal: own } })
        }
        return { lawful, probes }
      }),
    judge: (operations) =>
      forEach(operations, ({ lawful, probes }) =>
        given(served(lawful), () => forEach(probes, (probe) => probe.answer.refuses(probe.refusal))),
      ),
  })
}

/** A token that cannot be trusted. The 403 is what some gateways answer (catalogue 4.1); it is named and passes. */
export const untrusted: Refusal = { status: 401, code: 'ACC-010', tolerated: [{ status: 403, code: 'ACC-011' }] }

/** A token that can be trusted and does not entitle. The 401 is what some gateways answer (Q5). */
export const notEntitled: Refusal = { status: 403, code: 'ACC-011', tolerated: [{ status: 401, code: 'ACC-010' }] }

/** A token that a parser may already find malformed. */
export const untrustedOrMalformed: Refusal = {
  ...untrusted,
  tolerated: [...(untrusted.tolerated ?? []), { status: 400, code: 'ACC-001' }],
}
