import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import type { ClientCertificate } from '../../../contracts/konkursvarsel/sighting.ts'
import { type Diagnosis, ok, problem, unknown, warning } from '../../kit/run/preflight/diagnosis.ts'

/** What Brreg has seen of the bank. */

interface Ground {
  /** Whether the bank was asked to poll just now, and said that it has. */
  readonly hasPolled: boolean
  readonly pollSeconds?: number | undefined
}

const what = 'bank reaches Brreg'
const usualPollSeconds = 900

export function brregReached(seen: readonly SeenRequest[], ground: Ground): readonly Diagnosis[] {
  const visits = seen.filter(({ party }) => party === 'brreg')
  const last = visits.at(-1)
  if (last === undefined) return [nobodyCame(ground)]
  const lists = visits.filter(({ status, brreg }) => status === 200 && brreg?.served !== undefined)
  const reached = lists.length === 0 ? inVain(last) : ok(what, `it has fetched the list (${lists.length} in all)`)
  const certificate = (lists.at(-1) ?? last).brreg?.tls.certificate ?? null
  return [reached, ...(certificate === null ? [] : [datesOf(certificate)])]
}

function nobodyCame({ hasPolled, pollSeconds = usualPollSeconds }: Ground): Diagnosis {
  const address = 'give the bank the address of Konkursvarsel that samsvar init and samsvar mocks print'
  if (hasPolled) return problem(what, 'the hook poll has answered, and no call came', address)
  const remedy = `keep samsvar mocks running for longer than ${pollSeconds} s, with "parties.control" in the configuration, and look again`
  return unknown(what, 'no call has come yet', remedy)
}

/** It came, and got no list. */
function inVain({ status, brreg }: SeenRequest): Diagnosis {
  const { protocol, certificate } = brreg?.tls ?? { protocol: null, certificate: null }
  if (protocol === null)
    return problem(what, 'it comes, and no TLS connection is made', 'put our trust anchor into its trust store')
  if (certificate === null)
    return problem(what, 'it shows no client certificate', 'give it the one beside the keystore, or its own')
  if (!certificate.trusted)
    return problem(
      what,
      'its client certificate is not accepted: another issuer, expired, or not made for clients',
      'give it the one beside the keystore, or name its root in "konkursvarsel.issuers"',
    )
  if (status === 403)
    return problem(
      what,
      'its client certificate is of an organisation that is not admitted',
      'name the number in "konkursvarsel.organisationNumbers"',
    )
  return warning(
    what,
    `it comes, and has not fetched a list yet (last status ${status})`,
    'see what samsvar mocks shows',
  )
}

const soonDays = 30
const dayMs = 86_400_000

function datesOf({ notAfter }: ClientCertificate): Diagnosis {
  const about = 'client certificate of the bank'
  const until = notAfter.slice(0, 10)
  const days = Math.floor((Date.parse(notAfter) - Date.now()) / dayMs)
  if (days < 0) return problem(about, `expired on ${until}`, 'renew it')
  return days < soonDays
    ? warning(about, `expires on ${until}, in ${days} days`, 'renew it')
    : ok(about, `until ${until}`)
}
