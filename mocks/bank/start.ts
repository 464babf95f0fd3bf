import { X509Certificate } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { type Listener, listen } from '../http/listen.ts'
import { expressMessages, type Messages } from '../http/messages.ts'
import type { TlsIdentity } from '../pki/authority.ts'
import { basePath, basePaths, createApp } from './kontrollinformasjon/app.ts'
import { createRecipients } from './kontrollinformasjon/certpub/recipients.ts'
import { answerClientError } from './kontrollinformasjon/client-error.ts'
import { createCursors } from './kontrollinformasjon/cursors.ts'
import { type Fault, partsWith } from './kontrollinformasjon/fault.ts'
import { createOutgoing } from './kontrollinformasjon/outgoing.ts'
import { parts } from './kontrollinformasjon/parts.ts'
import { createIssuerKeys } from './kontrollinformasjon/token/keys.ts'
import type { World } from './world/model.ts'

interface Issuer {
  readonly metadataUrl?: string
  readonly issuer?: string
}

export interface BankOptions {
  readonly world: World
  /** Null listens without TLS, for this machine alone. */
  readonly identity: TlsIdentity | null
  /** One of its two is enough. The metadata lie below the issuer when their address is not given. */
  readonly maskinporten: Issuer
  /** The Maskinporten of the other environment. Default: none that it could be wrong about. */
  readonly otherMaskinporten?: Issuer
  readonly certpub: { readonly locatorUrl: string }
  /** PEM of the consumer's certificate, as it could have come by mail: a fault uses it in place of what is published. */
  readonly certificateByHand?: string
  /** PEM roots, for outgoing TLS and for the certificates that CertPub publishes. */
  readonly trust: readonly string[]
  /** Default `test`, where plain JSON can be had. */
  readonly environment?: 'test' | 'production'
  /** Where the bank is reached from outside: as it stands it is the audience, and its path is served beside `/v2`. */
  readonly publicUrl?: string
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Default 0: the system picks a free one. */
  readonly port?: number
  readonly faults?: readonly Fault[]
  /** Milliseconds since 1970. Default: the real clock. */
  readonly now?: () => number
}

export interface Bank {
  /** As registered: the public URL, or `https://127.0.0.1:PORT/v2`, without TLS `http:`. */
  readonly baseUrl: string
  /** `https://127.0.0.1:PORT`. */
  readonly listenUrl: string
  /** Forgets cached certificates and keys. */
  forget(): void
  close(): Promise<void>
}

/** Starts the reference bank. Throws `PortTaken`, or an error that names the wrong setting. */
export async function startBank(options: BankOptions): Promise<Bank> {
  const { world, publicUrl, trust, faults = [], environment = 'test', now = Date.now } = options
  const paths = basePaths(publicUrl)
  const chosen = partsWith(parts, faults)
  const outgoing = createOutgoing({ trust })
  const keysOf = (issuer: Issuer) => createIssuerKeys({ outgoing, ...issuerSettings(issuer), now })
  const keys = keysOf(options.maskinporten)
  const otherKeys = keysOf(options.otherMaskinporten ?? options.maskinporten)
  const recipients = createRecipients({ outgoing, locatorUrl: options.certpub.locatorUrl, trust, now })
  // The audience is known only when the port is, and no request is read before this function goes on.
  const messages = expressMessages()
  const listener = await openListener((request, response) => app(request, response), messages, options)
  const audience = publicUrl ?? listener.url + basePath
  const cursors = createCursors(world.seed)
  const { certificateByHand } = options
  const keyByHand = certificateByHand === undefined ? null : new X509Certificate(certificateByHand).publicKey
  const own = { world, audience, environment, now }
  const { locatorUrl } = options.certpub
  const services = { ...own, keys, otherKeys, outgoing, recipients, locatorUrl, keyByHand, cursors }
  const app = createApp(chosen, services, paths, messages)
  return {
    baseUrl: audience,
    listenUrl: listener.url,
    forget() {
      keys.forget()
      otherKeys.forget()
      recipients.forget()
    },
    async close() {
      await listener.close()
      await outgoing.close()
    },
  }
}

const openListener = (
  handler: RequestListener,
  messages: Messages,
  { identity, host, port, faults = [] }: BankOptions,
): Promise<Listener> =>
  listen(handler, {
    identity,
    name: 'The reference bank',
    onClientError: answerClientError,
    messages,
    prepare: (server) => {
      for (const { listens } of faults) listens?.(server, handler)
    },
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
  })

function issuerSettings({ metadataUrl, issuer }: Issuer) {
  if (metadataUrl !== undefined) return { metadataUrl, issuer: issuer ?? null }
  if (issuer !== undefined) return { metadataUrl: `${issuer.replace(/\/+$/, '')}/${metadataPath}`, issuer }
  throw new Error('The bank knows no Maskinporten: give maskinporten.metadataUrl or maskinporten.issuer')
}

/** RFC 8414, not OpenID Connect (maskinporten.md section 1). */
const metadataPath = '.well-known/oauth-authorization-server'
