import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'
import { isServed } from '../served-as-it-is.ts'
import { askByReference, type ByReference, type Estate } from './operations-by-reference.ts'

/** A reference whose call was not served, and what came when it was encoded once more than it should have to be. */
interface Probed extends Estate {
  readonly encodedTwice: ReadonlyMap<string, Answer>
}

async function askEncoded(doors: Doors, operation: ByReference): Promise<readonly Asked<Probed>[]> {
  const probed: Asked<Probed>[] = []
  for (const one of await askByReference(doors, operation)) {
    if ('missing' in one) continue
    const { on } = caseOf(doors.target, one.label as 'P1')
    const encodedTwice = new Map<string, Answer>()
    for (const { reference, answer } of one.asked.accounts.filter(isInDoubt))
      if (!isServed(answer)) encodedTwice.set(reference, await doors.ask(on(operation, encodeURIComponent(reference))))
    probed.push({ label: `${operation} of ${one.label}`, asked: { ...one.asked, encodedTwice } })
  }
  return probed
}

/** Whether encoding changes the reference at all. */
const isInDoubt = ({ reference }: { readonly reference: string }) => encodeURIComponent(reference) !== reference

/**
 * What is not served although its reference is encoded as it should be. The encoding is the reason when one decoding more
 * is undone by one encoding more, or when only those that need no encoding are served (reading: operation-or-account).
 */
function worksEncoded({ list, accounts, encodedTwice }: Probed): Judgement {
  const what = 'a reference should work as one percent-encoded path segment'
  const plainWorks = accounts.some((one) => !isInDoubt(one) && isServed(one.answer))
  const judged = accounts.flatMap((account): Judgement => {
    const { reference, answer } = account
    if (isServed(answer)) return answer.finds(true, { what, expected: 200, at: 'status' })
    const twice = encodedTwice.get(reference)
    const isReason = isInDoubt(account) && (plainWorks || (twice !== undefined && isServed(twice)))
    return isReason ? answer.finds(false, { what, expected: 200, at: 'status' }) : []
  })
  return judged.length > 0
    ? judged
    : inconclusive('need-not-met', `no account in the list of ${list.exchange.id} is served, however it is written`)
}

export default defineCheck(import.meta, {
  verifies: 'KI-URL-010',
  needs: ['P1'],
  ask: async (doors) => [...(await askEncoded(doors, 'details')), ...(await askEncoded(doors, 'transactions'))],
  judge: (estates) =>
    forEach(estates, (estate) => given(all(served(estate.list), estate.list.readable), () => worksEncoded(estate))),
})
