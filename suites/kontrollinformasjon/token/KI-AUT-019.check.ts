import type { Answer } from '../../kit/ask/answer.ts'
import type { Request } from '../../kit/ask/request.ts'
import { type Asked, all, forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { referencesIn, served } from '../operations.ts'

/** The lawful token under a name of its own: no other question has used it. */
const token = { issued: 0 }

/** Lawful too, and another one for each question. */
const freshToken = (index: number) => ({ expires: 119 - index })

interface Again {
  readonly used: readonly Answer[]
  /** The same question with a token that nobody has used. */
  readonly fresh: Answer
}

/** A case as bosiden works through it: the list, then details and transactions of its accounts; and all of it once more. */
export default defineCheck(import.meta, {
  verifies: 'KI-AUT-019',
  needs: ['P1'],
  ask: async ({ ask, target }) => {
    const estate = caseOf(target, 'P1')
    const references = referencesIn(await ask(estate.list, { token })).slice(0, 2)
    const calls: readonly (readonly [string, Request])[] = [
      ['accounts', estate.list],
      ...references.flatMap((reference) => [
        ['details', estate.on('details', reference)] as const,
        ['transactions', estate.on('transactions', reference)] as const,
      ]),
    ]
    const asked: Asked<Again>[] = []
    for (const [index, [label, request]] of calls.entries()) {
      const used = [await ask(request, { token }), await ask(request, { token, repeat: 1 })]
      asked.push({ label, asked: { used, fresh: await ask(request, { token: freshToken(index) }) } })
    }
    return asked
  },
  judge: (asked) =>
    forEach(asked, ({ used, fresh }) => given(served(fresh), () => all(...used.map((answer) => answer.answers(200))))),
})
