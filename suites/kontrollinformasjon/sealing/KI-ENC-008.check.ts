import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import { sharing } from '../../kit/judge/finding.ts'
import { inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { servedKindOf } from '../answers/served-answers.ts'
import { onEachOperation } from '../operations.ts'
import { provokeSealedAnswers, whereSealed, withSealing } from './capability.ts'
import { sealedContent } from './sealed.ts'

/** Equal calls: a bank that makes the key from what is sealed, or keeps what it sealed, uses one key twice. */
async function askTwice(doors: Doors): Promise<void> {
  await provokeSealedAnswers(doors)
  const again = (operation: Request) => doors.ask(operation, { repeat: 1 })
  await onEachOperation(doors, 'P1', again, whereSealed(doors.target))
}

/** Compared with everything that was sealed before it, for whatever question. */
function isFresh(answer: Answer, population: readonly Answer[]): Judgement {
  const { exchange } = answer
  if (sealedContent(answer)?.fresh == null)
    return inconclusive('need-not-met', `the content key of ${exchange.id} cannot be had without the right key`)
  const before = population.slice(0, population.indexOf(answer)).map((other) => other.exchange)
  return [
    sharing(exchange, before, 'key', { what: 'should have a content key of its own', at: 'content-key' }),
    sharing(exchange, before, 'iv', { what: 'should have an initialization vector of its own', at: 'iv' }),
  ]
}

const check = defineInvariant(import.meta, {
  verifies: 'KI-ENC-008',
  needs: ['P1'],
  ask: askTwice,
  kindOf: (answer) => (sealedContent(answer) === null ? null : servedKindOf(answer)),
  atLeast: { accounts: 2, details: 2, transactions: 2 },
  each: isFresh,
})

export default withSealing(check)
