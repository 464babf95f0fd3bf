import type { ErrorRequestHandler, Response } from 'express'
import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'
import { contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { answerErrors } from '../parts/answer-errors.ts'
import { type SealPolicy, seal } from '../parts/seal.ts'
import { on, where } from './where.ts'

/** KI-ENC-002 and KI-ENC-019: what an answer calls itself, if anything. */

export const callsTheJwe = (sealedType: string): Partial<SealPolicy> => ({ sealedType })

const types = {
  'calls-the-jwe-json': { type: 'application/json', story: 'The framework calls every answer JSON.' },
  'calls-the-jwe-text': { type: 'text/plain; charset=utf-8', story: 'A JWE is a text, so it is sent as one.' },
  'calls-the-jwe-its-json-serialization': {
    type: 'application/jose+json',
    story: 'Somebody took the other of the two media types that RFC 7515 registers.',
  },
  'calls-the-jwe-a-jwt': { type: 'application/jwt', story: 'The library is one for JWTs, and so is its media type.' },
} as const

/** The Content-Type is taken out again on the way. */
function withoutType(response: Response, isMet: (status: number) => boolean): void {
  const writeHead = response.writeHead
  response.writeHead = function writeHeadWithoutType(this: Response, status: number, headers: object) {
    const { 'Content-Type': _, ...others } = headers as Record<string, string>
    return Reflect.apply(writeHead, this, [status, isMet(status) ? others : headers])
  } as typeof writeHead
}

const errorsWithoutType = (
  isMet: (status: number, operation: OperationName | null) => boolean,
): ErrorRequestHandler => {
  const usual = answerErrors()
  return (error, request, response, next) => {
    const { operation } = contextOf(response)
    withoutType(response, (status) => isMet(status, operation))
    return usual(error, request, response, next)
  }
}

const untypedStatuses = {
  401: 'The gateway answers calls without a lawful token, and its answers have no type.',
  400: 'The filter that validates parameters writes its answer by hand.',
  405: 'What the router refuses has a body and no type.',
  404: 'The answer for an unknown account is written before the filter that adds the type.',
} as const

export const contentTypeFaults = [
  ...Object.entries(types).map(([id, { type, story }]) =>
    defineFault({ id, story, violates: ['KI-ENC-002'], replaces: { seal: seal(callsTheJwe(type)) } }),
  ),
  defineFault({
    id: 'has-no-content-type-on-sealed-answers',
    story: 'No converter is registered for what is sealed, so nobody sets a type.',
    violates: ['KI-ENC-019', 'KI-ENC-002'],
    replaces: { seal: seal({ sealedType: null }) },
  }),
  defineFault({
    id: 'has-no-content-type-on-plain-answers',
    story: 'In test the plain answer is written past the framework.',
    violates: ['KI-ENC-019'],
    replaces: { seal: seal({ plainType: null }) },
  }),
  defineFault({
    id: 'has-no-content-type-on-sealed-transactions',
    story: 'The transactions are streamed, and the type is set for what is not.',
    violates: ['KI-ENC-019', 'KI-ENC-002'],
    replaces: { seal: where(on('transactions'), seal({ sealedType: null }), seal()) },
  }),
  ...Object.entries(untypedStatuses).map(([status, story]) =>
    defineFault({
      id: `has-no-content-type-with-${status}`,
      story,
      violates: ['KI-ENC-019', 'KI-ERR-002'],
      replaces: { answerErrors: errorsWithoutType((met) => met === Number(status)) },
    }),
  ),
  defineFault({
    id: 'has-no-content-type-with-errors-of-transactions',
    story: 'Errors of the system behind the transactions are handed on without their headers.',
    violates: ['KI-ENC-019', 'KI-ERR-002'],
    replaces: { answerErrors: errorsWithoutType((_status, operation) => operation === 'transactions') },
  }),
]
