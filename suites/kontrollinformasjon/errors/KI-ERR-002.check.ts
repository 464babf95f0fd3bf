import type { Answer } from '../../kit/ask/answer.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { declaredErrorOf, provokeErrors } from './provoke.ts'

/** Without its parameters: a charset is allowed, and case is of no matter (RFC 9110 §8.3.1). */
const mediaTypeOf = ({ answered }: Answer): string =>
  (answered?.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

export default defineInvariant(import.meta, {
  verifies: 'KI-ERR-002',
  needs: ['P1'],
  ask: provokeErrors,
  kindOf: declaredErrorOf,
  atLeast: { errors: 4 },
  each: (answer) =>
    answer.finds(mediaTypeOf(answer) === 'application/json', {
      what: 'an error should be application/json',
      expected: 'application/json',
      at: 'header:content-type',
      ofAnyError: true,
    }),
})
