import type { RequestListener, ServerResponse } from 'node:http'
import type { Server } from 'node:https'
import type { Behaviour, Effect } from './behaviour.ts'

/** Lets every request meet the behaviour before the bank does. */
export const arriveAt = (behaviour: () => Behaviour) => (server: Server, handler: RequestListener) => {
  const behave = behaviour()
  let arrived = 0
  let first: number | null = null
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const now = performance.now()
    first ??= now
    const effect = behave({ n: arrived++, at: now - first, isLarge: isLarge(request.url ?? '') })
    meet(effect, response, () => handler(request, response))
  })
}

/** Only a page behind the first one has a cursor. */
const isLarge = (url: string) => url.includes('cursor=')

function meet({ delayMs = 0, status }: Effect, response: ServerResponse, goOn: () => void): void {
  if (status !== undefined) {
    response.writeHead(status, { 'Content-Type': 'application/json', ...(status === 429 && { 'Retry-After': '1' }) })
    response.end(JSON.stringify(status === 429 ? tooMany : unavailable))
    return
  }
  if (delayMs <= 0) {
    goOn()
    return
  }
  const timer = setTimeout(goOn, delayMs)
  // A bank that is closed waits for nobody.
  response.once('close', () => clearTimeout(timer))
}

const tooMany = { code: 'ACC-999', message: 'For mange forespørsler' }
const unavailable = { code: 'ACC-999', message: 'Tjenesten er ikke tilgjengelig' }
