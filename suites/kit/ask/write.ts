import type { Headers } from '../../../contracts/report/evidence.ts'
import type { Target } from '../target.ts'
import { addressOf } from './address.ts'
import { invent, type Request } from './request.ts'
import type { Tokens } from './tokens.ts'

/** How a question goes out: where to, with which headers, and with which token. */

interface Written {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  /** Invented for it. */
  readonly invented: Headers
  readonly authorization: Headers
  readonly body?: string
}

/** @param key of the question: the ids that are invented for it follow from it */
export type Write = (request: Request, key: string) => Promise<Written>

export function createWriter(target: Target, runId: string, tokens: Tokens): Write {
  const authorizationOf = async (request: Request, baseUrl: string): Promise<Headers> => {
    const { token, authorization } = request
    const name = inCaseOf(request, 'Authorization')
    if (authorization !== undefined) {
      const isFilled = authorization.includes(tokenHere)
      const filled = isFilled ? authorization.replace(tokenHere, await tokens.by(token ?? {}, baseUrl)) : authorization
      return { [name]: filled }
    }
    return token === null ? {} : { [name]: `Bearer ${await tokens.by(token, baseUrl)}` }
  }

  return async (request, key) => {
    const baseUrl = baseUrlOf(target, request)
    return {
      url: urlOf(withScheme(baseUrl, request), request),
      method: request.method,
      headers: request.headers,
      invented: invent(runId, key, request),
      authorization: request.via === 'hook' ? hookToken(target) : await authorizationOf(request, baseUrl),
      ...bodyOf(request),
    }
  }
}

function bodyOf({ body, sends }: Request): { readonly body?: string } {
  if (sends !== undefined) return { body: sends() }
  return body === undefined ? {} : { body }
}

/** Written as the other headers are, where all of them are in one case (KI-REQ-013). */
function inCaseOf({ headers, invents }: Request, name: string): string {
  const others = [...Object.keys(headers), ...Object.keys(invents)]
  const cases = [name.toLowerCase(), name.toUpperCase()]
  const [lower, upper] = [others.map((one) => one.toLowerCase()), others.map((one) => one.toUpperCase())]
  const found = [lower, upper].findIndex((written) => written.length > 0 && written.join() === others.join())
  return cases[found] ?? name
}

/** Where the token stands in an Authorization of the check's own; what is recorded holds this text, and no token. */
const tokenHere = '{token}'

/** As registered: what the question is put to, and whom its token is for. */
function baseUrlOf(target: Target, { via }: Request): string {
  const { baseUrl, production } = target
  if (via === 'hook') return hooksOf(target).baseUrl
  const beside = via === undefined ? undefined : target.besides?.[via]
  if (beside !== undefined) return beside
  if (via === 'look-up-v1' || via === 'look-up-v2') throw new Error(`the participant has no ${via} to ask`)
  if (via !== 'production') return baseUrl
  if (production === null) throw new Error('the participant has no instance in production profile to ask')
  return production.baseUrl
}

function hooksOf({ hooks }: Target) {
  if (hooks === undefined) throw new Error('the participant offers no hook to call')
  return hooks
}

function hookToken(target: Target): Headers {
  const { token } = hooksOf(target)
  return token === undefined ? {} : { Authorization: `Bearer ${token}` }
}

/** Without TLS at the same port, or at the usual one of http. */
const withScheme = (baseUrl: string, { via }: Request) =>
  via === 'plain-http' ? baseUrl.replace(/^https:/, 'http:') : baseUrl

function urlOf(baseUrl: string, { path, query }: Request): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  const address = addressOf(baseUrl, path)
  if (pairs.length === 0) return address
  return `${address}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`
}
