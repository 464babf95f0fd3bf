import { readAt } from '../../kit/judge/read.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { declaredErrorOf, provokeErrors } from './provoke.ts'

export default defineInvariant(import.meta, {
  verifies: 'KI-ERR-003',
  needs: ['P1'],
  ask: provokeErrors,
  /** An error without a code is KI-ERR-001's. */
  kindOf: (answer) => (typeof readAt(answer.exchange, '/code') === 'string' ? declaredErrorOf(answer) : null),
  atLeast: { errors: 4 },
  each: (answer) =>
    answer.finds(/^ACC-\d{3}$/.test(String(readAt(answer.exchange, '/code'))), {
      what: 'a code should be ACC- and three digits',
      expected: 'ACC-nnn',
      at: '/code',
      ofAnyError: true,
    }),
})
