import type { Response } from 'express'
import { errorBody, type KfrCode, unauthorisedBody } from '../../contracts/kfr/errors.ts'
import { operations } from '../../contracts/kfr/operations.ts'
import { say } from '../http/traffic.ts'
import { contextOf, type Site } from './context.ts'

/** How the register says no. None of its words tells who was asked about. */

/** By what goes wrong, the code of reporting and that of looking up. Only what is published is ever said (KFRO-024). */
const codes = {
  unauthenticated: { status: 401, KFR: 'KFR-001', ERR: 'ERR-001' },
  forbidden: { status: 403, KFR: 'KFR-002', ERR: 'ERR-001' },
  'of-another': { status: 403, KFR: 'KFR-003', ERR: 'ERR-001' },
  invalid: { status: 400, KFR: 'KFR-004', ERR: 'KFR-004' },
  customer: { status: 400, KFR: 'KFR-005', ERR: 'ERR-002' },
  type: { status: 400, KFR: 'KFR-009', ERR: 'KFR-009' },
  date: { status: 400, KFR: 'KFR-010', ERR: 'ERR-003' },
  account: { status: 400, KFR: 'ERR-004', ERR: 'ERR-004' },
  'unknown-account': { status: 404, KFR: 'ERR-004', ERR: 'ERR-004' },
  'not-found': { status: 404, KFR: 'KFR-008', ERR: 'KFR-008' },
  'no-operation': { status: 404, KFR: 'KFR-004', ERR: 'KFR-004' },
  method: { status: 405, KFR: 'KFR-004', ERR: 'KFR-004' },
  unacceptable: { status: 406, KFR: 'KFR-004', ERR: 'KFR-004' },
  'too-large': { status: 413, KFR: 'KFR-004', ERR: 'KFR-004' },
  'too-many': { status: 429, KFR: 'KFR-004', ERR: 'KFR-004' },
  internal: { status: 500, KFR: 'KFR-007', ERR: 'KFR-007' },
  unavailable: { status: 503, KFR: 'KFR-007', ERR: 'KFR-007' },
  'kar-silent': { status: 504, KFR: 'KFR-007', ERR: 'KFR-007' },
} as const satisfies Readonly<Record<string, { status: number; KFR: KfrCode; ERR: KfrCode }>>
export type Refusal = keyof typeof codes

/** `why`: for whoever watches, in a few words and without a number of anybody. */
export function refuse(site: Site, response: Response, refusal: Refusal, why: string): void {
  const { operation } = contextOf(response).asked
  const { status, ...families } = codes[refusal]
  const code = families[operation === null ? 'KFR' : operations[operation].errors]
  if (operation === 'provider' && refusal === 'unauthenticated') {
    say(response, why)
    send(site, response, 401, unauthorisedBody)
  } else refuseWith(site, response, { status, code, why })
}

interface Refused {
  readonly status: number
  readonly code: KfrCode
  readonly why: string
}

export function refuseWith(site: Site, response: Response, { status, code, why }: Refused): void {
  say(response, `${code}: ${why}`)
  contextOf(response).code = code
  send(site, response, status, errorBody(code, site.clock.now()))
}

/** Every body leaves here. */
export function send({ moods }: Site, response: Response, status: number, body: object): void {
  const whole = moods.is('adds-members') ? { ...body, nyttFelt: { verdi: 'ukjent' } } : body
  response.status(status).setHeader('Content-Type', 'application/json;charset=UTF-8')
  response.setHeader('Cache-Control', 'no-store')
  response.end(JSON.stringify(whole))
}
