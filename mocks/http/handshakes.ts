import type { PartyName } from '../../contracts/control/protocol.ts'
import type { Traffic } from './traffic.ts'

/** Why no TLS connection came about, for whoever watches: the commonest trouble of a bank that is new here. */

const hungUp = /ECONNRESET|EPIPE/

const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /UNKNOWN_CA|CERTIFICATE_UNKNOWN|BAD_CERTIFICATE|DECRYPT_ERROR/,
    'the caller does not trust our certificate: put the trust anchor into its trust store, and call the name that stands in the table',
  ],
  [/HTTP_REQUEST|WRONG_VERSION_NUMBER/, 'no TLS: this port speaks https'],
  [/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|VERSION_TOO_LOW/, 'the caller wants a TLS older than 1.2'],
  [/NO_SHARED_CIPHER|HANDSHAKE_FAILURE/, 'no cipher in common'],
  [hungUp, 'the caller hung up before there was a TLS connection'],
]

/** `code`: as OpenSSL or the system calls it. */
export const whyNoHandshake = (code: string): string =>
  reasons.find(([pattern]) => pattern.test(code))?.[1] ?? `no TLS connection: ${code}`

const knock = (party: PartyName, code: string) => ({
  party,
  at: new Date().toISOString(),
  method: 'TLS',
  path: '',
  status: 0,
  ms: 0,
  said: whyNoHandshake(code),
})

export const tellHandshakes =
  (traffic: Traffic, party: PartyName): ((code: string) => void) =>
  (code) =>
    traffic.tell(knock(party, code))

/**
 * Kept as well, where nobody has any business: whoever comes there without TLS, or believes no certificate, has come. One
 * who hangs up may be a friend who was kept waiting.
 */
export const recordHandshakes =
  (traffic: Traffic, party: PartyName): ((code: string) => void) =>
  (code) =>
    hungUp.test(code) ? traffic.tell(knock(party, code)) : traffic.record(knock(party, code))
