import type { Answer } from '../kit/ask/answer.ts'
import type { Request } from '../kit/ask/request.ts'
import type { Stage } from '../kit/ask/stage.ts'
import { profileOf } from './calls.ts'
import { isShown } from './judging.ts'
import { visibleMs } from './patience.ts'

/** Looks again until the institution is shown, or no longer shown; as long as the operator says that it takes. */

type Look = (stage: Stage, request: Request, organisationNumber: string) => Promise<Answer>

const until =
  (what: string, isWanted: (answer: Answer, organisationNumber: string) => boolean): Look =>
  async (stage, request, organisationNumber) => {
    const { answer } = await stage.askUntil(`${organisationNumber} ${what}`, request, {
      enough: (one) => isWanted(one, organisationNumber),
      withinMs: visibleMs(profileOf(stage.target)),
    })
    return answer
  }

export const untilShown = until('to be shown', isShown)

/** Says something only of an institution that was shown before, in whatever period. */
export const untilHidden = until(
  'to be shown no longer',
  (answer, organisationNumber) => answer.status === 200 && !isShown(answer, organisationNumber),
)
