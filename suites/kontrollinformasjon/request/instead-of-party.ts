import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes } from '../../kit/ask/request.ts'
import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'

interface Probed {
  readonly lawful: Answer
  readonly nobody: Answer
  readonly probe: Answer | null
}

/**
 * Something that must not take the place of the header PartyID. Beside the same call with neither: where that one is not
 * refused (KI-REQ-006), nobody can tell whether the substitute was read. The code of the refusal is that row's business.
 */
export function insteadOfParty(
  meta: ImportMeta,
  verifies: string,
  /** Null when the list names nothing to put there. */
  substitute: (list: Answer, doors: Doors) => Changes | null,
): Check {
  return defineCheck(meta, {
    verifies,
    needs: ['P1'],
    ask: async (doors): Promise<Probed> => {
      const { list } = caseOf(doors.target, 'P1')
      const lawful = await doors.ask(list)
      const nobody = await doors.ask(list, { headers: { PartyID: null } })
      const instead = substitute(lawful, doors)
      const probe = instead && { ...instead, headers: { PartyID: null, ...instead.headers } }
      return { lawful, nobody, probe: probe && (await doors.ask(list, probe)) }
    },
    judge: ({ lawful, nobody, probe }): Judgement =>
      given(all(served(lawful), nobody.refuses({ status: 400 })), () =>
        probe === null
          ? inconclusive('need-not-met', `the list in ${lawful.exchange.id} names no account number`)
          : probe.refuses({ status: 400 }),
      ),
  })
}
