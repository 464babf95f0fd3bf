import type { TokenRecipe } from '../../../contracts/control/protocol.ts'
import { tellsAccountData } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, forEach, given, inconclusive, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import type { Target } from '../../kit/target.ts'
import { onEachOperation, served } from '../operations.ts'
import { testParty } from './test-parties.ts'

/** It travels in clear: a token that is sent nowhere else, and worth little soon after. */
const inTheClear: TokenRecipe = { claims: { jti: 'samsvar-plain-http' }, expires: 60 }

interface Pair {
  readonly secure: Answer
  /** Null when an operation before it was silent: the others would be, too. */
  readonly plain: Answer | null
}

/** Asked of the test environment alone, about somebody who is made up (reading: plain-http-probe). */
async function askInTheClear(doors: Doors): Promise<readonly Asked<Pair>[]> {
  const withheld = reasonNotToAsk(doors.target)
  if (withheld !== null) return [{ label: 'plain HTTP', missing: withheld }]
  let isSilent = false
  return onEachOperation(doors, testParty(doors.target) ?? 'P1', async (operation) => {
    const secure = await doors.ask(operation)
    const plain = isSilent ? null : await doors.ask(operation, { via: 'plain-http', token: inTheClear })
    isSilent ||= plain?.exchange.outcome.kind === 'silent' && plain.exchange.outcome.why === 'timeout'
    return { secure, plain }
  })
}

function reasonNotToAsk(target: Target): Judgement | null {
  if (target.capabilities.plainHttpProbe === false)
    return notApplicable('capability-absent', 'the participant asks not to be probed without TLS')
  if (testParty(target) === null)
    return inconclusive('fixture-missing', 'none of P1, P2 and P3 has a test number that may travel in clear')
  return null
}

/** To be refused or sent to HTTPS is in order, and so is no connection at all; account data and any success are not. */
function givesNothing(plain: Answer): Judgement {
  const { outcome } = plain.exchange
  const what = 'without TLS there should be a refusal or a redirect, and no account data'
  if (outcome.kind === 'answered') {
    const holds = outcome.status >= 300 && !tellsAccountData(plain.body)
    // A page that only says where the service is gives nothing away, but is neither of the two.
    const isPage = outcome.status < 300 && ['text', 'empty'].includes(outcome.content.form)
    return plain.finds(holds, {
      what,
      weight: isPage ? 'tolerated' : 'breach',
      expected: 'refusal or redirect',
      at: 'status',
    })
  }
  const isRefused = outcome.why !== 'timeout' && outcome.why !== 'dns'
  if (isRefused) return plain.finds(true, { what, expected: 'refusal or redirect', at: 'outcome' })
  return inconclusive('deadline', `${plain.exchange.id} without TLS got no answer and no refusal: ${outcome.why}`)
}

export default defineCheck(import.meta, {
  verifies: 'KI-URL-001',
  ask: askInTheClear,
  judge: (operations) =>
    forEach(operations, ({ secure, plain }) =>
      given(served(secure), () =>
        plain === null
          ? inconclusive('deadline', 'not asked without TLS, because the operation before was silent')
          : givesNothing(plain),
      ),
    ),
})
