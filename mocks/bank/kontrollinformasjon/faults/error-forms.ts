import type { Context } from '../context.ts'
import { defineFault } from '../fault.ts'
import { answerErrors, codeAndMessage, type ErrorTypeOf } from '../parts/answer-errors.ts'
import { seal } from '../parts/seal.ts'
import { Refusal } from '../refusal.ts'
import { isForWantOfNotice } from './errors.ts'
import { on, where } from './where.ts'

/** KI-ERR-002, -003 and -012: the media type of errors, the form of codes, and the code of a 500. */

interface Mistyped {
  readonly story: string
  readonly of: (refusal: Refusal, context: Context) => boolean
  readonly type: string | null
  readonly also?: readonly string[]
}

const mistyped: Readonly<Record<string, Mistyped>> = {
  'calls-bad-requests-problems': {
    story: 'The validation library follows RFC 9457 in the media type, and the standard in the body.',
    of: ({ status }) => status === 400,
    type: 'application/problem+json',
  },
  'calls-missing-tokens-pages': {
    story: 'The gateway writes the right body, under the type of its own pages.',
    of: ({ status }) => status === 401,
    type: 'text/html; charset=utf-8',
  },
  'calls-want-of-notice-text': {
    story: 'The register of notices answers in plain text, and its type is handed on.',
    of: isForWantOfNotice,
    type: 'text/plain',
  },
  'calls-unknown-accounts-text': {
    story: 'The type was set for the message before the body was made of it.',
    of: ({ status }, context) => status === 404 && on('details')(context),
    type: 'text/plain; charset=utf-8',
  },
  'calls-unknown-transactions-sealed': {
    story: 'The type of the answer is set before anybody knows that there is none.',
    of: ({ status }, context) => status === 404 && on('transactions')(context),
    type: 'application/jose',
  },
  'calls-other-methods-nothing': {
    story: 'The framework answers other methods before any type is set.',
    of: ({ status }) => status === 405,
    type: null,
    also: ['KI-ENC-019'],
  },
  'calls-unwanted-media-types-what-was-wanted': {
    story: 'The type of the error is the one that was asked for.',
    of: ({ status }) => status === 406,
    type: 'text/xml',
  },
  'calls-technical-errors-octets': {
    story: 'The last resort of the framework writes bytes, and calls them that.',
    of: ({ status }) => status === 500,
    type: 'application/octet-stream',
  },
}

const typed =
  (type: string | null, isMet: Mistyped['of']): ErrorTypeOf =>
  (refusal, context) =>
    isMet(refusal, context) ? type : 'application/json'

interface Misformed {
  readonly story: string
  readonly of: (refusal: Refusal, context: Context) => boolean
  readonly code: string
}

const want = 'The refusal for want of notice is made by hand'
const misformed: Readonly<Record<string, Misformed>> = {
  'writes-a-code-of-two-digits': { story: `${want}, with a digit too few.`, of: isForWantOfNotice, code: 'ACC-11' },
  'writes-a-code-of-four-digits': { story: `${want}, with a digit too many.`, of: isForWantOfNotice, code: 'ACC-0110' },
  'writes-a-code-in-small-letters': { story: `${want}, in small letters.`, of: isForWantOfNotice, code: 'acc-011' },
  'writes-a-code-and-a-blank': { story: `${want}, with a blank behind it.`, of: isForWantOfNotice, code: 'ACC-011 ' },
  'writes-a-code-of-its-own-system': { story: `${want}, in words.`, of: isForWantOfNotice, code: 'BANK-ACC-011' },
  'writes-the-status-for-a-code': {
    story: 'The framework refuses what it cannot write, and knows its own numbers only.',
    of: ({ status }) => status === 406,
    code: '406',
  },
}

const typeFaults = Object.entries(mistyped).map(([id, { story, of, type, also = [] }]) =>
  defineFault({
    id,
    story,
    violates: [...also, 'KI-ERR-002'],
    replaces: { answerErrors: answerErrors(codeAndMessage, typed(type, of)) },
  }),
)

const codeFormFaults = Object.entries(misformed).map(([id, { story, of, code }]) =>
  defineFault({
    id,
    story,
    violates: ['KI-ERR-003', 'KI-ERR-004'],
    replaces: {
      answerErrors: answerErrors((refusal, context, request) =>
        of(refusal, context) ? { code, message: refusal.message } : codeAndMessage(refusal, context, request),
      ),
    },
  }),
)

const page = '<!DOCTYPE html><html lang="en"><title>Error</title><h1>Whitelabel Error Page</h1></html>'
const withoutCertificate = (code: string) => () => new Refusal(500, code, 'There is no certificate for the consumer')

export const errorFormFaults = [
  ...typeFaults,
  ...codeFormFaults,
  defineFault({
    id: 'answers-technical-errors-with-a-page',
    story: 'What nobody catches is answered by the framework, with a page of its own.',
    violates: ['KI-ERR-012', 'KI-ERR-001', 'KI-ERR-002'],
    replaces: {
      answerErrors: answerErrors((refusal, context, request) =>
        refusal.status === 500 ? page : codeAndMessage(refusal, context, request),
      ),
    },
  }),
  defineFault({
    id: 'has-no-code-with-500',
    story: 'What nobody catches is answered by the framework, in JSON of its own.',
    violates: ['KI-ERR-012', 'KI-ERR-001'],
    replaces: {
      answerErrors: answerErrors((refusal, context, request) =>
        refusal.status === 500
          ? { timestamp: '2026-11-20T08:00:00Z', message: refusal.message }
          : codeAndMessage(refusal, context, request),
      ),
    },
  }),
  ...(['details', 'transactions'] as const).map((name) =>
    defineFault({
      id: `pairs-a-missing-certificate-with-acc-099-on-${name}`,
      story: `The ${name} have a code of their own for what the standard does not foresee.`,
      violates: ['KI-ERR-012', 'KI-ERR-004'],
      replaces: { seal: where(on(name), seal({ withoutRecipient: withoutCertificate('ACC-099') }), seal()) },
    }),
  ),
]
