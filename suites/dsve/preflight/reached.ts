import type { Act } from '../../../contracts/altinn-broker/acts.ts'
import { partyOf } from '../../../contracts/dsve/transfer/transfer.ts'
import { type Diagnosis, ok, problem, unknown, warning } from '../../kit/run/preflight/diagnosis.ts'

/** What Altinn Broker has seen of the bank. */

export interface Ground {
  /** Nine digits. */
  readonly organisationNumber: string
  /** Whether the bank was asked to look just now, and said that it has. */
  readonly hasLooked: boolean
}

const what = 'bank reaches Altinn Broker'
/** What somebody does there who wants to fetch. */
const looks = ['search', 'overview', 'details', 'download', 'subscribe']

export function brokerReached(acts: readonly Act[], { organisationNumber, hasLooked }: Ground): Diagnosis {
  const own = partyOf(organisationNumber)
  const visits = acts.filter(({ operation }) => looks.includes(operation))
  const served = visits.filter(({ party, status }) => party === own && status < 300)
  const last = visits.at(-1)
  if (served.length > 0) return ok(what, `it has looked there as ${organisationNumber} (${served.length} calls in all)`)
  if (last === undefined) return nobodyCame(hasLooked)
  if (last.party === null)
    return problem(
      what,
      `it comes without a token that the broker believes (last status ${last.status})`,
      'give the bank the address and issuer of Maskinporten that samsvar init and samsvar mocks print',
    )
  if (last.party !== own)
    return problem(
      what,
      'it comes as another organisation',
      `ask Maskinporten for a token of ${organisationNumber}, as its system user where a data centre calls`,
    )
  if (last.status === 403)
    return problem(what, 'its token lacks the scope', 'ask for altinn:broker.read, and altinn:broker.write to send')
  return warning(
    what,
    `it comes, and nothing was served yet (last status ${last.status})`,
    'see what samsvar mocks shows',
  )
}

function nobodyCame(hasLooked: boolean): Diagnosis {
  const address = 'give the bank the address of Altinn Broker that samsvar init and samsvar mocks print'
  if (hasLooked) return problem(what, 'the hook poll has answered, and no call came', address)
  const remedy = `${address}, keep samsvar mocks running with "parties.control" in the configuration, and look again`
  return unknown(what, 'no call has come yet', remedy)
}
