import { errorCodes } from '../../../contracts/kontrollinformasjon/operations.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { declaredErrorOf, provokeErrors } from './provoke.ts'

export default defineInvariant(import.meta, {
  verifies: 'KI-ERR-004',
  needs: ['P1'],
  ask: provokeErrors,
  /** An error without a code is KI-ERR-001's. */
  kindOf: (answer) => (typeof readAt(answer.exchange, '/code') === 'string' ? declaredErrorOf(answer) : null),
  atLeast: { errors: 4 },
  each: (answer) => {
    const codes = errorCodes[answer.status ?? 0] ?? []
    const code = readAt(answer.exchange, '/code')
    const what = `a ${answer.status} should carry ${codes.join(' or ')}`
    return answer.finds(
      codes.some((one) => one === code),
      { what, expected: codes, at: '/code', ofAnyError: true },
    )
  },
})
