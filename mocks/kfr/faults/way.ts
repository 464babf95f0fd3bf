import type { TLSSocket } from 'node:tls'
import type { Request } from 'express'
import { contextOf } from '../context.ts'
import { handlers } from '../parts.ts'
import { refuse, refuseWith } from '../refuse.ts'
import { at, defineFaults } from './change.ts'

/** KFRO-010 to KFRO-012: on which way calls come in. */

const { authenticate, onlyItsMethod } = handlers

const isEncrypted = ({ socket }: Request) => (socket as TLSSocket).encrypted === true

export const wayFaults = defineFaults({
  'capital-bearer-only': {
    story: 'The scheme is Bearer, and bearer is none.',
    violates: ['KFRO-010'],
    replaces: {
      authenticate: (site) => {
        const usual = authenticate(site)
        return (request, response, next) =>
          /^bearer /.test(request.headers.authorization ?? '')
            ? refuse(site, response, 'unauthenticated', 'the scheme is not Bearer')
            : usual(request, response, next)
      },
    },
  },
  'takes-bare-tokens': {
    story: 'A token is taken without the word Bearer before it, as the known consumer of look-ups may send it.',
    violates: [],
    settings: { takesBareTokens: true },
  },
  'answers-plain-http': {
    story: 'HTTP without TLS is answered as well.',
    violates: ['KFRO-011'],
    settings: { answersPlainHttp: true },
  },
  'forbids-plain-http': {
    story: 'Something in front of the register refuses HTTP without TLS with a 403 and a page (KFRO-011).',
    violates: [],
    settings: { answersPlainHttp: true },
    replaces: {
      wait: (site) => {
        const usual = handlers.wait(site)
        return (request, response, next) => {
          if (isEncrypted(request)) usual(request, response, next)
          else response.status(403).type('html').end('<h1>403 Forbidden: SSL is required</h1>')
        }
      },
    },
  },
  'forbids-plain-http-by-itself': {
    story: 'The register itself answers HTTP without TLS, with an error of its own.',
    violates: ['KFRO-011'],
    settings: { answersPlainHttp: true },
    replaces: {
      wait: (site) => {
        const usual = handlers.wait(site)
        return (request, response, next) =>
          isEncrypted(request) ? usual(request, response, next) : refuse(site, response, 'forbidden', 'without TLS')
      },
    },
  },
  'speaks-old-tls': {
    story: 'TLS 1.0 and 1.1 are spoken to whoever asks for them (KFRO-011).',
    violates: [],
    // Which versions are too old is written nowhere: it warns.
    tolerates: ['KFRO-011'],
    settings: { speaksOldTls: true },
  },
  'method-not-found': {
    story: 'Another method is answered 404.',
    violates: ['KFRO-012'],
    replaces: {
      onlyItsMethod: at(
        ['own', 'relationships'],
        (site) => (_request, response, next) =>
          contextOf(response).asked.methodFits
            ? next()
            : refuseWith(site, response, { status: 404, code: 'KFR-004', why: 'not found' }),
        onlyItsMethod,
      ),
    },
  },
})
