import { setTimeout as pause } from 'node:timers/promises'
import type { Act } from '../../../contracts/altinn-broker/acts.ts'
import { companies } from '../../../contracts/dsve/fixtures/people.ts'
import type { Diagnosis, Waiting } from '../../kit/run/preflight/diagnosis.ts'
import type { Target } from '../../kit/target.ts'
import { hooksAnswer } from '../../konkursvarsel/preflight/hooks.ts'
import { brokerReached, isVisit, waitsForWebhook } from './reached.ts'

/**
 * Whether Altinn Broker and the bank find each other. For `doctor`: it has the bank look where that is offered, and
 * nobody asks for anything. Empty where the bank answers no megler.
 */
export async function answersMegler(
  target: Target,
  waiting: Waiting,
  interrupt = new AbortController().signal,
): Promise<readonly Diagnosis[]> {
  const { dsve, control, participant, hooks } = target
  if (dsve === undefined) return []
  // Who follows konkursvarsler was asked to look a moment ago.
  const called = target.konkursvarsel === undefined ? await hooksAnswer(target, waiting) : []
  const offers = hooks?.offers.includes('poll') === true
  const hasLooked = offers && called.every(({ what, state }) => what !== 'hook poll' || state === 'ok')
  if (!hasLooked) return [...called, await comesToBroker(target, waiting, interrupt)]
  const { acts } = await control.acts({ after: 0 })
  return [...called, brokerReached(acts.filter(isOfOthers), { ...participant, hasLooked })]
}

/**
 * Whether the bank has come to Altinn Broker, or comes by itself in the time that it takes for an answer. Whoever does not
 * is asked in vain: one that hears of everything by webhook has to subscribe at a broker that is new.
 */
export async function comesToBroker(target: Target, waiting: Waiting, interrupt: AbortSignal): Promise<Diagnosis> {
  const { dsve, control, participant } = target
  const seconds = Math.max(leastSeconds, dsve?.answerSeconds ?? 0)
  const ends = Date.now() + seconds * 1000
  waiting('a call of the bank at Altinn Broker', seconds * 1000)
  for (;;) {
    const acts = (await control.acts({ after: 0 })).acts.filter(isOfOthers)
    if (acts.some(isVisit) && !waitsForWebhook(acts, participant.organisationNumber))
      return brokerReached(acts, { ...participant, hasLooked: false })
    if (Date.now() >= ends) return brokerReached(acts, { ...participant, hasLooked: false, seconds })
    await pause(againMs, undefined, { signal: interrupt })
  }
}

const leastSeconds = 60
const againMs = 250

/** The megler is at home there. */
const isOfOthers = ({ vendor }: Act) => !vendor?.endsWith(companies.megler.id)
