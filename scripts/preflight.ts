import type { Area } from '../contracts/requirement.ts'
import { comesToBroker } from '../suites/dsve/preflight/preflight.ts'
import { preflightOfRegister } from '../suites/kfr-register/preflight/preflight.ts'
import type { Diagnosis } from '../suites/kit/run/preflight/diagnosis.ts'
import { partiesAnswer } from '../suites/kit/run/preflight/parties.ts'
import type { Target } from '../suites/kit/target.ts'
import { preflight } from '../suites/kontrollinformasjon/preflight/preflight.ts'
import type { Console } from './cli/command.ts'
import { tellWaits } from './doctor/waits.ts'

/** Areas in which the bank calls, and is asked nothing at an account interface. */
const callsOnly: readonly Area[] = ['dsve', 'kfr-rapportering']

export const asksAccounts = (areas: readonly Area[]): boolean => areas.some((area) => !callsOnly.includes(area))

/** What would make every verdict of a run of these areas worthless. */
export async function lookAhead(
  target: Target,
  areas: readonly Area[],
  console: Console,
): Promise<readonly Diagnosis[]> {
  if (target.kfrRegister !== undefined) return preflightOfRegister(target)
  const { waiting, end } = tellWaits(console)
  try {
    const found = asksAccounts(areas) ? await preflight(target) : [await partiesAnswer(target)]
    // A bank of another process that is not made to look comes by itself, or not at all.
    const comes = areas.includes('dsve') && target.kind === 'external' && !target.hooks?.offers.includes('poll')
    if (!comes || found.some(({ state }) => state === 'problem')) return found
    return [...found, await comesToBroker(target, waiting, console.interrupt)]
  } catch (error) {
    console.interrupt.throwIfAborted()
    throw error
  } finally {
    end()
  }
}
