import type { BrregSighting } from '../../../contracts/konkursvarsel/sighting.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import type { Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import type { Target } from '../../kit/target.ts'
import { openings } from '../acts/openings.ts'
import { admitted, everySighting } from '../sighted.ts'

/** As whom the participant calls Brreg: judged of every connection that came to an agreement on TLS. */
const row = (
  verifies: string,
  isOfKind: (brreg: BrregSighting) => boolean,
  each: (sighting: Sighting, brreg: BrregSighting, target: Target) => Judgement,
): Check =>
  defineCheck(import.meta, {
    verifies,
    ask: async ({ play }) => play(openings),
    judge: ({ seen, target }) => everySighting(seen, isOfKind, (sighting, brreg) => each(sighting, brreg, target)),
  })

const certificate = '/brreg/tls/certificate'
const hasCertificate = ({ tls }: BrregSighting) => tls.certificate !== null

export default [
  row(
    'KV-001',
    ({ tls }) => tls.protocol !== null,
    (sighting, { tls }) =>
      sighting.finds(tls.certificate !== null, {
        what: 'should show a client certificate',
        expected: 'a certificate',
        at: certificate,
      }),
  ),
  row('KV-002', hasCertificate, (sighting, { tls }) =>
    sighting.finds(tls.certificate?.trusted === true, {
      what: 'the client certificate should be valid, and from an accepted issuer',
      expected: true,
      at: `${certificate}/trusted`,
    }),
  ),
  row('KV-003', hasCertificate, (sighting, { tls }, target) => {
    const numbers = admitted(target)
    const number = tls.certificate?.organisationNumber ?? null
    return sighting.finds(number !== null && numbers.includes(number), {
      what: 'the client certificate should name the organisation that was admitted',
      expected: numbers,
      at: `${certificate}/organisationNumber`,
    })
  }),
]
