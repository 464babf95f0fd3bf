import type { Answer } from '../../kit/ask/answer.ts'
import { all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'
import { isSealed, sealedContent } from './sealed.ts'

/** A bank that still holds the certificate may seal with it: then nothing was shown (reading: cold-certificate-cache). */
function failsClosed(answer: Answer): Judgement {
  if (answer.status === 200 && sealedContent(answer) !== null)
    return inconclusive('cache-warm', `${answer.exchange.id} was sealed with a certificate that the bank already had`)
  const what = 'fails with a 5xx while no certificate can be had'
  return answer.finds(answer.status !== null && answer.status >= 500, { what, expected: '5xx', at: 'status' })
}

/** The twin comes last: served before, it would warm the cache. */
export default defineCheck(import.meta, {
  verifies: 'KI-ENC-012',
  needs: ['P1'],
  whileCold: true,
  ask: async (doors) => {
    const { list } = caseOf(doors.target, 'P1')
    return {
      outage: await doors.during({ party: 'certpub', does: 'outage' }).ask(list),
      unknown: await doors.during({ party: 'certpub', does: 'unknown-participant' }).ask(list),
      usual: await doors.ask(list),
    }
  },
  judge: ({ outage, unknown, usual }) =>
    given(all(served(usual), isSealed(usual)), () =>
      forEach(
        [
          { label: 'CertPub is out', asked: outage },
          { label: 'CertPub answers 404', asked: unknown },
        ],
        failsClosed,
      ),
    ),
})
