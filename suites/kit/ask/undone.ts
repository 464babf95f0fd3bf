import { ControlError } from '../../../contracts/control/control-error.ts'
import { ExternalPartyError } from '../../../contracts/control/external-party.ts'
import type { Failed } from '../../../contracts/report/evidence.ts'

/** What is made of a control call that came to nothing: an outcome that says why, or the end of the act. */

export const rethrow = (error: unknown): never => {
  throw error
}

/** Also where the party is not ours, or is of a version that knows no such call. */
export function undone(error: unknown): Failed {
  const isUnknown = error instanceof ControlError && error.kind === 'unknown-call'
  return isUnknown || error instanceof ExternalPartyError ? { failed: error.message } : unsent(error)
}

/** Whoever refused it says why; that the parties are gone is nobody's answer. */
export function unsent(error: unknown): Failed {
  if (error instanceof ControlError && !['invalid', 'failed'].includes(error.kind)) throw error
  return { failed: (error as Error).message }
}
