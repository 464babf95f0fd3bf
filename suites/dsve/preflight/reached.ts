import type { Act } from '../../../contracts/altinn-broker/acts.ts'
import { partyOf } from '../../../contracts/dsve/transfer/transfer.ts'
import { type Diagnosis, ok, problem, unknown, warning } from '../../kit/run/preflight/diagnosis.ts'

/** What Altinn Broker has seen of the bank. */

export interface Ground {
  /** Nine digits. */
  readonly organisationNumber: string
  /** Whether the bank was asked to look just now, and said that it has. */
  readonly hasLooked: boolean
  /** For how long it was waited, where nothing came. */
  readonly seconds?: number
}

const what = 'bank reaches Altinn Broker'
/** What somebody does there who wants to fetch. */
const looks = ['search', 'overview', 'details', 'download', 'subscribe']

export const isVisit = ({ operation }: Act): boolean => looks.includes(operation)

export function brokerReached(acts: readonly Act[], { organisationNumber, ...waited }: Ground): Diagnosis {
  const own = partyOf(organisationNumber)
  const visits = acts.filter(isVisit)
  const served = visits.filter(({ party, status }) => party === own && status < 300)
  const last = visits.at(-1)
  if (waitsForWebhook(acts, organisationNumber)) return unprobed(acts, own)
  if (served.length > 0) return ok(what, `it has looked there as ${organisationNumber} (${served.length} calls in all)`)
  if (last === undefined) return nobodyCame(waited)
  if (last.party === null)
    return problem(
      what,
      `it comes without a token that the broker believes (last status ${last.status})`,
      'give the bank the address and issuer of Maskinporten, which samsvar doctor tells',
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

const isTaken = ({ status }: Act) => status >= 200 && status < 300
const probesOf = (own: string, acts: readonly Act[]) =>
  acts.filter(({ operation, fileTransferId, party }) => operation === 'event' && !fileTransferId && party === own)

/** Whether the bank has done no more than subscribe, and its webhook has not taken the validation call. */
export function waitsForWebhook(acts: readonly Act[], organisationNumber: string): boolean {
  const visits = acts.filter(isVisit)
  const onlySubscribes = visits.every(({ operation }) => operation === 'subscribe')
  return onlySubscribes && visits.some(isTaken) && !probesOf(partyOf(organisationNumber), acts).some(isTaken)
}

function unprobed(acts: readonly Act[], own: string): Diagnosis {
  const status = probesOf(own, acts).at(-1)?.status ?? 0
  return problem(
    what,
    `it has subscribed, and its webhook ${status === 0 ? 'does not answer' : `answers ${status} to`} the validation call, so that it is told of nothing`,
    'let it answer every call with 200; what its certificate chains to stands in "dsve.webhookIssuers"',
  )
}

function nobodyCame({ hasLooked, seconds }: Omit<Ground, 'organisationNumber'>): Diagnosis {
  const address = 'give the bank the address of Altinn Broker, which samsvar doctor tells'
  if (hasLooked) return problem(what, 'the hook poll has answered, and no call came', address)
  if (seconds === undefined) return unknown(what, 'no call has come yet', address)
  const anew =
    'a bank that is called by webhook subscribes at the broker of each run, or let samsvar mocks stand all the time ("parties.control")'
  return problem(what, `no call has come in ${seconds} seconds`, `${address}; ${anew}`)
}
