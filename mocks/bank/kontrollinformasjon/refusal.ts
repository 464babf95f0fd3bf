/** An answer that is no data: thrown by a part, written by `answerErrors`. One maker per row of the catalogue's table 4.1. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** Messages name the parameter, never its value: it may be somebody's number. */
export const refusals = {
  badRequest: (message: string) => new Refusal(400, 'ACC-001', message),
  /** No token at all: RFC 6750 §3.1 asks for the scheme alone. */
  unauthenticated: () => new Refusal(401, 'ACC-010', 'An access token is required', { 'WWW-Authenticate': 'Bearer' }),
  untrusted: (why: string) =>
    new Refusal(401, 'ACC-010', `The access token is not accepted: ${why}`, {
      'WWW-Authenticate': 'Bearer error="invalid_token"',
    }),
  forbidden: (message: string) => new Refusal(403, 'ACC-011', message),
  unknown: (message: string) => new Refusal(404, 'ACC-002', message),
  /** RFC 9110 §15.5.6: a 405 names what is allowed. */
  wrongMethod: () => new Refusal(405, 'ACC-012', 'Only GET is allowed', { Allow: 'GET' }),
  notAcceptable: (offered: readonly string[]) =>
    new Refusal(406, 'ACC-013', `The answer can be had as ${offered.join(' or ')}`),
  technical: () => new Refusal(500, 'ACC-100', 'A technical error at the bank; try again later'),
} as const
