import { tellsAccountData } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { served } from '../operations.ts'
import { withSealingInTest } from './capability.ts'
import { askDuringOutage, type Beside } from './outage.ts'
import { isSealed, sealedContent } from './sealed.ts'

function failsClosed(answer: Answer): Judgement {
  const what = 'should fail with a 5xx while no certificate can be had'
  return all(
    answer.finds(answer.status !== null && answer.status >= 500, { what, expected: '5xx', at: 'status' }),
    answer.finds(!tellsAccountData(answer.body), {
      what: 'should tell no plaintext',
      expected: 'an error',
      at: 'content',
    }),
  )
}

/** A bank that still holds the certificate may seal with it: then nothing was shown (reading: cold-certificate-cache). */
const isSealedAllTheSame = (answer: Answer) => answer.status === 200 && sealedContent(answer) !== null

const listFailsClosed = (answer: Answer): Judgement =>
  isSealedAllTheSame(answer)
    ? inconclusive('cache-warm', `${answer.exchange.id} was sealed with a certificate that the bank already had`)
    : failsClosed(answer)

/** By now a certificate may be cached again, where the bank cannot be made to forget. */
const restFailsClosed = ({ answer, usual }: Beside): Judgement =>
  isSealedAllTheSame(answer) ? [] : given(usual === null ? [] : served(usual), () => failsClosed(answer))

const check = defineCheck(import.meta, {
  verifies: 'KI-ENC-012',
  needs: ['P1'],
  whileCold: true,
  ask: askDuringOutage,
  judge: ({ lists, rest, usual }) =>
    given(all(served(usual), isSealed(usual)), () =>
      all(forEach(lists, listFailsClosed), rest.length > 0 ? forEach(rest, restFailsClosed) : []),
    ),
})

export default withSealingInTest(check)
