import { scopes } from '../../../contracts/kfr/operations.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, inconclusive, type Judgement, notTested } from '../../kit/judge/judgement.ts'
import { each } from '../grounds.ts'
import { type Calls, rowsOfCalls } from '../row.ts'
import { grantOf, timeOf } from '../sightings.ts'

/** What Maskinporten saw of the grants with which the bank got its tokens. */

const row = rowsOfCalls(import.meta)

const eachGrant = ({ seen, target }: Calls, judge: (sighting: Sighting) => Judgement): Judgement =>
  target.external.includes('maskinporten')
    ? notTested('external-party', 'Maskinporten is not ours, and tells nobody what it saw')
    : each(
        seen,
        (one) => grantOf(one) !== undefined,
        judge,
        inconclusive('no-traffic', 'no grant for the register reached Maskinporten in the time'),
      )

/** Of a registered key there is nothing in x5c; what a kid is for beside a certificate only the two of them know. */
const keyAsAgreed = (sighting: Sighting): Judgement => {
  const { kid = null, certificates = null } = grantOf(sighting) ?? {}
  return sighting.finds(kid === null || certificates === null, {
    what: kid === null ? 'names no key' : 'names a key, which has to be agreed on where a certificate stands beside it',
    weight: 'tolerated',
    expected: null,
    at: '/maskinporten/kid',
  })
}

const oneCertificate = (sighting: Sighting): Judgement => {
  const count = grantOf(sighting)?.certificates ?? null
  return sighting.finds(count === null || count === 1, {
    what: count === null ? 'has no x5c, and names a key' : 'x5c holds exactly one certificate',
    expected: 1,
    at: '/maskinporten/certificates',
  })
}

/** Seconds by which clocks may differ. */
const clocks = 10
/** Seconds for which a grant may be in force (maskinporten, 1.4). */
const longest = 120

function asGiven() {
  const made: { readonly at: number; readonly issued: number; readonly id: string }[] = []
  return (sighting: Sighting): Judgement => {
    const { issued = null, expires = null, notBefore = null } = grantOf(sighting) ?? {}
    const at = timeOf(sighting) / 1000
    const same = made.find((one) => one.issued === issued && at - one.at > 2)
    if (issued !== null) made.push({ at, issued, id: sighting.record.id })
    const life = (expires ?? 0) - (issued ?? 0)
    const states = (holds: boolean, what: string, expected: unknown, member: string) =>
      sighting.finds(holds, { what, expected, at: `/maskinporten/${member}` })
    return all(
      states(grantOf(sighting)?.audience === 'issuer', 'aud is the issuer letter for letter', 'issuer', 'audience'),
      states(`${grantOf(sighting)?.scopes}` === scopes.write, 'asks for the one scope', [scopes.write], 'scopes'),
      keyAsAgreed(sighting),
      states(grantOf(sighting)?.clientId != null, 'iss is a client', 'a client id', 'clientId'),
      states(
        issued !== null && Math.abs(issued - at) <= clocks && same === undefined,
        same === undefined ? 'iat is the time at which it was made' : `iat is that of ${same.id}, long before`,
        Math.floor(at),
        'issued',
      ),
      states(
        life > 0 && life <= longest,
        `exp lies at most ${longest} s after iat`,
        `iat and at most ${longest}`,
        'expires',
      ),
      notBefore === null
        ? []
        : states(Math.abs(notBefore - at) <= clocks, 'nbf is of its own', Math.floor(at), 'notBefore'),
    )
  }
}

const certified =
  ({ target }: Calls) =>
  (sighting: Sighting): Judgement => {
    const { certificate = null } = grantOf(sighting) ?? {}
    if (certificate === null)
      return notTested('unobservable-here', 'the grant names a registered key, and shows no certificate')
    const admitted = [target.participant.organisationNumber, ...(target.kfr?.suppliers ?? [])]
    return all(
      sighting.finds(admitted.includes(certificate.organisationNumber ?? ''), {
        what: 'the certificate is of the bank, or of a supplier that it has delegated to',
        expected: admitted,
        at: '/maskinporten/certificate/organisationNumber',
      }),
      sighting.finds(certificate.trusted, {
        what: 'the certificate is in force, and its issuer is approved',
        expected: true,
        at: '/maskinporten/certificate/trusted',
      }),
    )
  }

export default [
  row('KFRB-003', (calls) => eachGrant(calls, oneCertificate)),
  row('KFRB-004', (calls) => eachGrant(calls, asGiven())),
  row('KFRB-005', (calls) => eachGrant(calls, certified(calls))),
]
