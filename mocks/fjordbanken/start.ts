import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { World } from '../bank/world/model.ts'
import { listen } from '../http/listen.ts'
import type { TlsIdentity } from '../pki/authority.ts'
import { createCertPub } from './certpub.ts'
import { sent } from './differences.ts'
import { createIssuer, type IssuerAddress } from './issuer.ts'
import { writeJson } from './json.ts'
import { answerTo, type Books } from './operations.ts'
import { createOutgoing } from './outgoing.ts'
import { readQuestion } from './question.ts'
import { Refusal, refuse } from './refusal.ts'
import { answerClientError, type Reply, refusedReply, sealedReply, send } from './reply.ts'
import { createMemory } from './rules.ts'
import { seal } from './seal.ts'
import { createSealedWords } from './sealed-words.ts'
import { callerOf, type Gate } from './token.ts'

/**
 * Fjordbanken: a second conformant bank, written without anything of the first but the world of people and accounts.
 * What it does otherwise, and why it may, stands in `differences.ts`.
 */
interface FjordbankenOptions {
  readonly world: World
  readonly identity: TlsIdentity
  /** One of the two is enough. Asked when the first token comes, so that it need not be there yet. */
  readonly maskinporten: IssuerAddress
  readonly certpub: { readonly locatorUrl: string }
  /** PEM roots, for outgoing TLS and for the certificates that CertPub publishes. */
  readonly trust: readonly string[]
  /** Where the bank is reached from outside: as it stands it is the audience. */
  readonly publicUrl?: string
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Default 0: the system picks a free one. */
  readonly port?: number
  /** How long every answer is kept waiting, in milliseconds. Default 3. */
  readonly delayMs?: number
  /** Is told what only the one who runs the bank can mend: a party that cannot be reached. Nothing is told twice in a row. */
  readonly tell?: (line: string) => void
}

export interface Fjordbanken {
  /** As registered: the public URL, or `https://127.0.0.1:PORT/dsop/kontroll/v2`. */
  readonly baseUrl: string
  /** `https://127.0.0.1:PORT`. */
  readonly listenUrl: string
  /** Forgets the issuer and its keys. Certificates are never kept. */
  forget(): void
  close(): Promise<void>
}

/** Throws `PortTaken`, or an error that names the wrong setting. */
export async function startFjordbanken(options: FjordbankenOptions): Promise<Fjordbanken> {
  const { world, trust, certpub, publicUrl, host, port, delayMs = 3, tell = () => undefined } = options
  const outgoing = createOutgoing(trust)
  const issuer = createIssuer(options.maskinporten, outgoing)
  const recipients = createCertPub({ outgoing, trust, locatorUrl: certpub.locatorUrl })
  const basePath = publicUrl === undefined ? sent.basePath.here : new URL(publicUrl).pathname.replace(/\/+$/, '')
  const books = { world, basePath, words: createSealedWords(`fjordbanken ${world.seed}`), memory: createMemory() }
  // No question is read before the port, and with it the audience, is known.
  const listener = await listen((request, response) => handle(request, response), {
    identity: options.identity,
    name: 'Fjordbanken',
    onClientError: answerClientError,
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
  })
  const baseUrl = publicUrl ?? listener.url + sent.basePath.here
  const handle = handler({ books, gate: { issuer, audience: baseUrl }, recipients, delayMs, tell })
  return {
    baseUrl,
    listenUrl: listener.url,
    forget: () => issuer.forget(),
    async close() {
      await listener.close()
      outgoing.close()
    },
  }
}

interface House {
  readonly books: Books
  readonly gate: Gate
  readonly recipients: ReturnType<typeof createCertPub>
  readonly delayMs: number
  readonly tell: (line: string) => void
}

function handler(house: House): RequestListener {
  let count = 0
  let lastTold = ''
  const noted = (problem: unknown): Reply => {
    const refusal = refusalOf(problem)
    if (refusal.why !== null && refusal.why !== lastTold) house.tell(refusal.why)
    lastTold = refusal.why ?? lastTold
    return refusedReply(refusal)
  }
  return async (request, response) => {
    if (house.delayMs > 0) await wait(house.delayMs)
    const reply = await replyTo(request, response, house).catch(noted)
    send(response, reply, count)
    count += 1
  }
}

async function replyTo(request: IncomingMessage, response: ServerResponse, house: House): Promise<Reply> {
  const { books, gate, recipients } = house
  const question = readQuestion(request, [...new Set([books.basePath, sent.basePath.here])])
  const caller = await callerOf(question.authorizations, question.query, gate)
  const body = answerTo(question, caller, books)
  // A server may say that it is still at work; HTTP/1.0 knows no such thing (RFC 9110 §15.2).
  if (sent.interim.here && request.httpVersion === '1.1') response.writeProcessing()
  return sealedReply(await seal(writeJson(body), await recipients.recipient(caller.organisationNumber)))
}

const refusalOf = (problem: unknown): Refusal =>
  problem instanceof Refusal
    ? problem
    : refuse('mishap', 'Noe gikk galt hos banken', { why: `unexpected: ${(problem as Error).stack}` })
