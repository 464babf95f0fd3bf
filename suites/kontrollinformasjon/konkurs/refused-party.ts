import type { Answer } from '../../kit/ask/answer.ts'
import { given, type Judgement } from '../../kit/judge/judgement.ts'

/** No account data is told; 400 or 403 is the answer to expect (reading: party-without-konkursvarsel). */
export function isRefused(list: Answer): Judgement {
  if (list.status === 200) return isEmpty(list)
  const what = 'a party without konkursvarsel should be refused'
  const weight = list.status !== null && list.status >= 400 && list.status < 500 ? 'tolerated' : 'breach'
  const holds = list.status === 400 || list.status === 403
  return list.finds(holds, { what, weight, expected: [400, 403], at: 'status' })
}

function isEmpty(list: Answer): Judgement {
  return given(list.readable, () => {
    const weight = tellsNothing(list.body) ? 'tolerated' : 'breach'
    return list.finds(false, {
      what: 'a party without konkursvarsel should be refused',
      weight,
      expected: [400, 403],
      at: 'status',
    })
  })
}

/** An empty list, and nothing beside it that could hold accounts under another name. */
function tellsNothing(body: unknown): boolean {
  const { accounts, responseDetails: _, links: _links, ...others } = (body ?? {}) as Record<string, unknown>
  const isEmpty = Array.isArray(accounts) && accounts.length === 0
  return isEmpty && Object.values(others).every((value) => value === null || typeof value !== 'object')
}
