import { randomUUID, X509Certificate } from 'node:crypto'
import { importPKCS8, SignJWT } from 'jose'
import { ControlError } from '../../contracts/control/control-error.ts'
import { scope as accountScope } from '../../contracts/kontrollinformasjon/profile.ts'
import { openTransport, type Transport, type WireAnswer } from '../kit/ask/transport.ts'

/** A client of the real Maskinporten of a test environment (RFC 7523; maskinporten.md section 2). */

interface ClientOptions {
  readonly tokenEndpoint: string
  readonly clientId: string
  readonly issuer: string
  readonly keyId?: string
  /** PKCS #8 PEM, RSA. */
  readonly key: string
  /** PEM roots besides the public ones. */
  readonly trust: readonly string[]
  /** PEM, its own leaf first: sent as `x5c`, the leaf alone, by a client that signs with its virksomhetssertifikat. */
  readonly certificate?: string
  /** Default: that of account information. */
  readonly scope?: string
}

export interface MaskinportenClient {
  /** An access token for one resource, the base URL of a bank; null for a scope that knows none. Throws a ControlError that says what was refused. */
  tokenFor(resource: string | null): Promise<string>
  close(): Promise<void>
}

/** Maskinporten answers in well under a second. */
const deadlineMs = 10_000
/** Seconds; the longest that Maskinporten takes. */
const grantLifetime = 120

export function createMaskinportenClient(options: ClientOptions): MaskinportenClient {
  const transport = openTransport({ trust: options.trust, deadlineMs, interrupt: new AbortController().signal })
  return {
    tokenFor: async (resource) => tokenIn(options, await exchange(transport, options, await grant(options, resource))),
    close: () => transport.close(),
  }
}

async function grant(options: ClientOptions, resource: string | null): Promise<string> {
  const { key, keyId, issuer, clientId, certificate, scope = accountScope } = options
  const signing = await importPKCS8(key, 'RS256')
  return new SignJWT({ scope, ...(resource === null ? {} : { resource: [resource] }) })
    .setProtectedHeader({
      alg: 'RS256',
      ...(keyId === undefined ? {} : { kid: keyId }),
      ...(certificate === undefined ? {} : { x5c: [new X509Certificate(certificate).raw.toString('base64')] }),
    })
    .setIssuer(clientId)
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime(`${grantLifetime}s`)
    .setJti(randomUUID())
    .sign(signing)
}

const exchange = (transport: Transport, { tokenEndpoint }: ClientOptions, assertion: string) =>
  transport.send({
    url: tokenEndpoint,
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    }).toString(),
  })

function tokenIn({ tokenEndpoint, scope = accountScope }: ClientOptions, answer: WireAnswer): string {
  if (answer.kind === 'silent')
    throw new ControlError('failed', `the token endpoint ${tokenEndpoint} gave no answer (${answer.detail})`)
  const body = objectIn(answer.body.text)
  const { access_token: token } = body
  if (answer.status === 200 && typeof token === 'string' && token !== '') return token
  throw new ControlError('failed', `the token endpoint ${tokenEndpoint} ${refusal(answer.status, body, scope)}`)
}

/** By the error codes of RFC 6749 §5.2, which Maskinporten uses. */
const remediesFor = (scope: string): Readonly<Record<string, string>> => ({
  invalid_grant: 'do "issuer", "keyId" and "key" belong to this client, and is the clock right?',
  invalid_client: 'is "clientId" right, and registered in this environment?',
  invalid_scope: `has the organisation access to ${scope}, and is it on the client?`,
  invalid_target: 'is "baseUrl" a resource that Maskinporten may issue tokens for?',
})

function refusal(status: number, { error }: Readonly<Record<string, unknown>>, scope: string): string {
  const code = typeof error === 'string' ? error.replace(/[^\w-]/g, '').slice(0, 40) : ''
  const remedy = remediesFor(scope)[code] ?? 'look at "tokenEndpoint"'
  return `answered ${status}${code === '' ? '' : ` ${code}`}, and gave no token: ${remedy}`
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
