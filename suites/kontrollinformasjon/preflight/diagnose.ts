import type { PartyName, SeenRequest } from '../../../contracts/control/protocol.ts'
import type { WireAnswer } from '../../kit/ask/transport.ts'
import { type Diagnosis, ok, problem, unknown, warning } from '../../kit/run/preflight/diagnosis.ts'
import { clientAlerts, clientRefused } from '../../kit/run/preflight/handshake.ts'
import type { Target } from '../../kit/target.ts'
import type { Calls } from './calls.ts'
import { pathOf } from './path.ts'
import { codeIn, refusalWords } from './refusal.ts'

/** What the first answers say of the set-up. Of the bank itself they say nothing: that is for the run to judge. */

type Around = Pick<Target, 'external' | 'capabilities' | 'tokenSkewSeconds' | 'clientCertificate' | 'baseUrl'>
type Answered = Extract<WireAnswer, { kind: 'answered' }>

const statusOf = (answer: WireAnswer) => (answer.kind === 'answered' ? answer.status : null)

/** `alert`: what the bank said when it hung up, by its name in OpenSSL; null when nothing. */
export function diagnose(calls: Calls & { readonly alert: string | null }, target: Around): readonly Diagnosis[] {
  const { lawful } = calls
  if (lawful.kind === 'silent') return [silence(lawful, calls, target)]
  return [
    pathOf(calls, target.baseUrl),
    served(calls, lawful),
    skew(calls, lawful, target),
    reach(calls, lawful, target),
  ]
}

const what = {
  call: 'lawful call',
  clock: 'clock of the bank',
  reach: 'bank reaches Maskinporten',
}

/** Silence is evidence, unless the client certificate is the cause. */
function silence(
  { why }: Extract<WireAnswer, { kind: 'silent' }>,
  calls: Calls & { readonly alert: string | null },
  { clientCertificate }: Around,
): Diagnosis {
  const { alert } = calls
  if (alert !== null && clientAlerts.test(alert)) return clientRefused(alert, clientCertificate != null)
  const said = unknown(what.call, `no whole answer (${why}); the run judges what that means`)
  return why === 'timeout' ? { ...said, waitedMs: calls.withinMs } : said
}

/** A 502, 503 or 504 without a code of the interface comes from in front of the bank. */
function served({ isList, about }: Calls, lawful: Answered): Diagnosis {
  const { status } = lawful
  const code = codeIn(lawful)
  if ([502, 503, 504].includes(status) && code === null) {
    const said = `a gateway answers ${status}: it does not reach the bank behind it`
    return problem(what.call, said, 'start the bank, and look at what the gateway passes on to')
  }
  if (status === 200) return ok(what.call, 'answered with 200')
  // Whoever is asked about an account of nobody's refuses, and 400 is tolerated beside 404 (catalogue 4.2).
  if (!isList && (status === 404 || status === 400)) return ok(what.call, `answered with ${status}: ${ofNobody(about)}`)
  return unknown(
    what.call,
    `refused with ${refusalWords(status, code)}`,
    'whether that is right is for the run to judge',
  )
}

const ofNobody = (about: Calls['about']) =>
  about === null
    ? 'it asks for an account of nobody’s, since the configuration names no debtor'
    : 'it asks for an account of nobody’s, since the bank offers no plain JSON'

/** Seconds. An access token lives 120 s, so a clock that is further off finds each of them expired or from the future. */
const mostSkew = 120
const smallSkew = 30

function skew({ at }: Calls, { headers }: Answered, { tokenSkewSeconds }: Around): Diagnosis {
  const told = Date.parse(headers.date ?? '')
  if (Number.isNaN(told)) return unknown(what.clock, 'its answers have no Date that can be read')
  const seconds = Math.round((told - at) / 1000)
  const far = Math.abs(seconds)
  const said = `${far} s ${seconds < 0 ? 'behind' : 'ahead of'} this machine`
  const remedy = 'set the clocks of both machines by NTP'
  if (far > mostSkew) return problem(what.clock, `${said}; access tokens live ${mostSkew} s`, remedy)
  const lenient = Math.min(smallSkew, tokenSkewSeconds ?? smallSkew)
  return far > lenient ? warning(what.clock, said, remedy) : ok(what.clock, far <= 1 ? 'agrees' : said)
}

/** A token is believed by whoever has fetched the keys of its issuer. */
function reach({ about, isList, fetched }: Calls, { status }: Answered, { external, capabilities }: Around): Diagnosis {
  const isExternal = external.includes('maskinporten')
  const hasFetched = reached(fetched, 'maskinporten')
  const refused = `the lawful call${isList ? ` about ${about}` : ''} is refused with ${status}`
  if (status === 200) return ok(what.reach, hasFetched ? 'it fetched the keys' : 'it believes our token')
  if (status === 406 && isList && capabilities.plainJson === undefined)
    return warning(what.reach, 'it offers no plain JSON', 'write "plainJson: false" below "capabilities"')
  if ((status === 401 || status >= 500) && !isExternal && !hasFetched)
    return problem(what.reach, `it refuses with ${status} and fetched nothing: not reachable, or cached`, unreached)
  if (status === 401 || status === 403) return warning(what.reach, refused, audience)
  if (status >= 500) return warning(what.reach, refused, 'look at what the bank logs about it')
  if (isList) return warning(what.reach, refused, `has the bank made ${about}? samsvar fixtures tells how`)
  return ok(what.reach, `our token is not refused (${status})`)
}

const audience =
  'is "baseUrl", which is the audience of tokens, letter for letter the one that the bank expects? Does it trust this Maskinporten?'

const unreached =
  'give the bank the address of Maskinporten and our trust anchor; restart it where it holds the keys of another one'

const reached = (fetched: readonly SeenRequest[], party: PartyName) =>
  fetched.some((one) => one.party === party && one.status < 500)

/** Whether only that the keys were not fetched speaks against the bank: it may hold them since yesterday. */
export const mayHoldKeys = (found: readonly Diagnosis[]) =>
  found.some(({ what: about, state }) => about === what.reach && state === 'problem')

export const heldKeys = warning(
  what.reach,
  'it refuses our token although it reaches Maskinporten',
  'look at what the bank logs about it; the run judges it',
)

/** The doctor's question for a sealed list. */
export function certpubReached(
  asked: { readonly answer: WireAnswer; readonly fetched: readonly SeenRequest[] } | null,
  opens: boolean,
): Diagnosis {
  const about = 'bank reaches CertPub'
  if (asked === null) return unknown(about, 'no fixture to ask about')
  const status = statusOf(asked.answer)
  const hasFetched = reached(asked.fetched, 'certpub')
  if (status === 200 && opens)
    return ok(about, hasFetched ? 'it fetched the certificate' : 'it seals with our certificate')
  if (status === 200)
    return problem(
      about,
      'it answers what our keys do not open',
      'has it cached another certificate? Restart it, or give it the address of CertPub',
    )
  if (status !== null && status >= 500 && !hasFetched)
    return problem(
      about,
      `it answers ${status} and fetched nothing: not reachable, or cached`,
      'give the bank the address of CertPub and our trust anchor',
    )
  return unknown(about, status === null ? 'no whole answer' : `the list is answered with ${status}`)
}
