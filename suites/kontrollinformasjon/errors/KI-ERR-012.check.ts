import { errorCodes } from '../../../contracts/kontrollinformasjon/operations.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { calm } from '../../kit/ask/epochs.ts'
import { type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { isDeclared, referencesIn } from '../operations.ts'
import { provokeErrors } from './provoke.ts'

const codes = errorCodes[500] ?? []

/** The list comes first in an outage (KI-ENC-012); then the two operations that another system may answer. */
async function provokeTechnicalErrors(doors: Doors): Promise<void> {
  await provokeErrors(doors)
  const estate = caseOf(doors.target, 'P1')
  const [reference] = referencesIn(await doors.ask(estate.list))
  if (reference === undefined) return
  const without = doors.during({ party: 'certpub', does: 'outage' })
  for (const operation of ['details', 'transactions'] as const) await without.ask(estate.on(operation, reference))
}

const isTechnical = ({ status }: Answer) => status === 500

/** A body of the framework, without any code, is a breach like another code. A bank need not have a 500 at all. */
function hasItsCode(answer: Answer, population: readonly Answer[]): Judgement {
  if (isTechnical(answer)) {
    const holds = codes.some((one) => one === readAt(answer.exchange, '/code'))
    return answer.finds(holds, { what: `a 500 should carry ${codes.join(' or ')}`, expected: codes, at: '/code' })
  }
  if (population.some(isTechnical)) return []
  return notApplicable('did-not-occur', 'no call was answered with 500, not even while CertPub was out')
}

export default defineInvariant(import.meta, {
  verifies: 'KI-ERR-012',
  needs: ['P1'],
  ask: provokeTechnicalErrors,
  kindOf: (answer) => {
    if (answer.status === null || !isDeclared(answer)) return null
    if (answer.exchange.epoch !== calm.name) return 'answers during an outage'
    return isTechnical(answer) ? 'technical errors' : null
  },
  atLeast: { 'answers during an outage': 1 },
  each: hasItsCode,
})
