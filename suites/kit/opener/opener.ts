import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Headers } from '../../../contracts/report/evidence.ts'
import { addressOf } from '../ask/address.ts'
import { importKeys, readContent } from '../ask/content.ts'
import { createTokens } from '../ask/tokens.ts'
import { openTransport, type Transport, type WireAnswer } from '../ask/transport.ts'
import type { Target } from '../target.ts'

/**
 * An opening proxy: plain HTTP on loopback in front of a bank that speaks TLS, wants a token, and seals what it answers.
 * For tools that know nothing of tokens and JWE, such as a Pact verifier. What comes through is the bank's own answer,
 * opened. Test environments only: it hands out account data to whoever reaches it, which is why it listens on 127.0.0.1.
 */
interface Opener {
  /** `http://127.0.0.1:PORT`; stands for the participant's base URL. */
  readonly url: string
  close(): Promise<void>
}

type Opened = Pick<Target, 'baseUrl' | 'trust' | 'clientCertificate' | 'keys' | 'control' | 'deadlineMs'>

/** Rejects when the port is taken. */
export async function startOpener(target: Opened, port = 0): Promise<Opener> {
  const ended = new AbortController()
  const transport = openTransport({
    trust: target.trust,
    clientCertificate: target.clientCertificate ?? null,
    deadlineMs: target.deadlineMs,
    interrupt: ended.signal,
  })
  const pass = passing(target, transport)
  const server = createServer((request, response) => {
    pass(request, response).catch((error: Error) => {
      response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end(`samsvar open: ${error.message}\n`)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      ended.abort()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await transport.close()
    },
  }
}

function passing(target: Opened, transport: Transport) {
  const tokens = createTokens(target.control)
  const keys = importKeys(target.keys)
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const token = await tokens.by({}, target.baseUrl)
    const answer = await transport.send({
      url: addressOf(target.baseUrl, request.url ?? '/'),
      method: request.method ?? 'GET',
      headers: { ...passedOn(request), Accept: 'application/jose', Authorization: `Bearer ${token}` },
    })
    if (answer.kind === 'silent') throw new Error(`the bank did not answer: ${tokens.strip(answer.detail)}`)
    await answerOpened(response, answer, keys, tokens.strip)
  }
}

async function answerOpened(
  response: ServerResponse,
  { status, headers, body }: Extract<WireAnswer, { kind: 'answered' }>,
  keys: ReturnType<typeof importKeys>,
  strip: (text: string) => string,
): Promise<void> {
  if (body.cut !== undefined) throw new Error(`the answer is too large to be opened: ${body.bytes} bytes`)
  const content = await readContent(body.text, keys, strip)
  if (content.form !== 'jwe') {
    response.writeHead(status, { 'Content-Type': headers['content-type'] ?? 'application/octet-stream' })
    response.end(strip(body.text))
    return
  }
  if ('error' in content.opened) throw new Error(`the answer is sealed and cannot be opened: ${content.opened.error}`)
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(content.opened.text)
}

/** What belongs to one connection stays on it (RFC 9110 §7.6.1), and what the proxy sets itself is not passed on. */
const kept = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'te', 'upgrade'])
const own = new Set(['accept', 'accept-encoding', 'authorization'])

function passedOn({ rawHeaders }: IncomingMessage): Headers {
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  )
  return Object.fromEntries(pairs.filter(([name]) => !kept.has(name.toLowerCase()) && !own.has(name.toLowerCase())))
}
