import type { Act } from '../../../contracts/altinn-broker/acts.ts'
import { companies } from '../../../contracts/dsve/fixtures/people.ts'
import type { Diagnosis, Waiting } from '../../kit/run/preflight/diagnosis.ts'
import type { Target } from '../../kit/target.ts'
import { hooksAnswer } from '../../konkursvarsel/preflight/hooks.ts'
import { brokerReached } from './reached.ts'

/**
 * Whether Altinn Broker and the bank find each other. For `doctor`: it has the bank look where that is offered, and
 * nobody asks for anything. Empty where the bank answers no megler.
 */
export async function answersMegler(target: Target, waiting: Waiting): Promise<readonly Diagnosis[]> {
  const { dsve, control, participant, hooks } = target
  if (dsve === undefined) return []
  // Who follows konkursvarsler was asked to look a moment ago.
  const called = target.konkursvarsel === undefined ? await hooksAnswer(target, waiting) : []
  const offers = hooks?.offers.includes('poll') === true
  const hasLooked = offers && called.every(({ what, state }) => what !== 'hook poll' || state === 'ok')
  const { acts } = await control.acts({ after: 0 })
  return [...called, brokerReached(acts.filter(isOfOthers), { ...participant, hasLooked })]
}

/** The megler is at home there. */
const isOfOthers = ({ vendor }: Act) => !vendor?.endsWith(companies.megler.id)
