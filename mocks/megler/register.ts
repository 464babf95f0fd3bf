import { type Aktoer, receives } from '../../contracts/akeldo/actor.ts'
import { akeldoViolations } from '../../contracts/akeldo/schemas.ts'
import { patiently } from '../altinn-client/patience.ts'
import type { Clock } from '../clock.ts'
import type { Outgoing } from '../http/outgoing.ts'

/** Whom the megler may ask, as AKELDO has it (dsve.md 1.2, step 1). */
export interface Register {
  /** Rejects with an Error that says why nothing is sent to that organisation. */
  requireReceiver(organisationNumber: string, messageType: string): Promise<void>
}

export interface RegisterOptions {
  /** `…/akeldo/aktoer` */
  readonly actorsUrl: string
  readonly outgoing: Pick<Outgoing, 'send'>
  readonly clock: Clock
}

export const createRegister = ({ actorsUrl, outgoing, clock }: RegisterOptions): Register => ({
  async requireReceiver(organisationNumber, messageType) {
    const { status, body } = await patiently(clock, () => outgoing.send(`${actorsUrl}/${organisationNumber}`))
    if (status === 404) throw new Error(`${organisationNumber} is not registered in AKELDO; nothing is sent`)
    if (status !== 200) throw new Error(`AKELDO answered ${status}; nothing is sent`)
    const actor = actorIn(JSON.parse(body.toString()))
    if (actor === null) throw new Error('AKELDO gave no actor that can be read; nothing is sent')
    if (receives(actor, messageType)) return
    throw new Error(`${organisationNumber} does not receive ${messageType}, says AKELDO; nothing is sent`)
  },
})

/** Nobody has seen how one actor is answered: alone, or in a list of one. */
function actorIn(answer: unknown): Aktoer | null {
  const [actor] = Array.isArray(answer) ? answer : [answer]
  return akeldoViolations('aktoer', actor).length === 0 ? (actor as Aktoer) : null
}
