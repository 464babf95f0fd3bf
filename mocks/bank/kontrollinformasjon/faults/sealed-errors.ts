import type { ErrorRequestHandler } from 'express'
import { consumerOrganisationNumber } from '../../../../contracts/kontrollinformasjon/profile.ts'
import { contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { answerErrors, codeAndMessage } from '../parts/answer-errors.ts'
import { sealPolicy } from '../parts/seal.ts'
import { Refusal, refusals } from '../refusal.ts'
import { write } from '../write.ts'

/** KI-ENC-020: errors that are sealed like answers. */

interface SealedErrors {
  readonly isMet: (refusal: Refusal, operation: string | null) => boolean
  readonly contentType: string
}

function sealing({ isMet, contentType }: SealedErrors): ErrorRequestHandler {
  const usual = answerErrors()
  return async (error, request, response, next) => {
    const context = contextOf(response)
    const refusal = error instanceof Refusal ? error : refusals.technical()
    const { recipients } = context.services
    const consumer = context.found.consumer ?? consumerOrganisationNumber
    const key = isMet(refusal, context.operation) ? await recipients.keyOf(consumer).catch(() => null) : null
    // Without a certificate there is nothing to seal with, and the error of the outage goes out as ever.
    if (key === null) {
      usual(error, request, response, next)
      return
    }
    const plain = sealPolicy.bytesOf(JSON.stringify(codeAndMessage(refusal, context, request)))
    write(response, refusal.status, contentType, await sealPolicy.encrypt(plain, key, context), refusal.headers)
  }
}

const jose = 'application/jose'

export const sealedErrorFaults = [
  defineFault({
    id: 'seals-every-error',
    story: 'The filter that seals stands in front of everything, errors too.',
    violates: ['KI-ENC-020', 'KI-ERR-001', 'KI-ERR-002'],
    replaces: { answerErrors: sealing({ isMet: () => true, contentType: jose }) },
  }),
  defineFault({
    id: 'seals-errors-and-calls-them-json',
    story: 'Errors are sealed like answers, and still called what they were before.',
    violates: ['KI-ENC-020', 'KI-ERR-001'],
    replaces: { answerErrors: sealing({ isMet: () => true, contentType: 'application/json' }) },
  }),
  defineFault({
    id: 'seals-errors-of-known-callers',
    story: 'Whoever is known by a token gets everything sealed, refusals included.',
    violates: ['KI-ENC-020', 'KI-ERR-001', 'KI-ERR-002'],
    replaces: { answerErrors: sealing({ isMet: ({ status }) => status !== 401, contentType: jose }) },
  }),
  defineFault({
    id: 'seals-unknown-accounts',
    story: 'That an account is unknown is an answer like others, somebody thought, and is sealed with them.',
    violates: ['KI-ENC-020', 'KI-ERR-001', 'KI-ERR-002'],
    replaces: { answerErrors: sealing({ isMet: ({ status }) => status === 404, contentType: jose }) },
  }),
  defineFault({
    id: 'seals-errors-of-transactions',
    story: 'The system behind the transactions seals whatever it sends.',
    violates: ['KI-ENC-020', 'KI-ERR-001', 'KI-ERR-002'],
    replaces: {
      answerErrors: sealing({ isMet: (_refusal, operation) => operation === 'transactions', contentType: jose }),
    },
  }),
]
