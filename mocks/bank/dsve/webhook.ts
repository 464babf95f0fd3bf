import type { IncomingMessage } from 'node:http'
import { organisationUrn, resourceUrn } from '../../../contracts/altinn-broker/wire.ts'
import { type Calls, insist } from '../../altinn-client/calls.ts'
import { isEvent, newsIn } from '../../altinn-client/news.ts'
import { type Address, listen } from '../../http/listen.ts'
import type { Dsve } from './client.ts'
import type { Settings } from './model.ts'
import type { Parts } from './parts.ts'

/** Where the bank hears of transfers; the validation call of a new subscription is answered like any other. */
export interface Webhook {
  readonly url: string
  close(): Promise<void>
}

interface WebhookOptions extends Pick<Dsve, 'hear'>, Pick<Parts, 'heeds'> {
  readonly address: Address
  readonly settings: Settings
  readonly calls: Pick<Calls, 'subscribe'>
}

const path = '/hendelser'
const largest = 65_536

/** Listens, and then subscribes: what is told before it listens would be lost. */
export async function openWebhook({ address, settings, calls, heeds, hear }: WebhookOptions): Promise<Webhook> {
  const listener = await listen(
    async (request, response) => {
      const isCall = request.method === 'POST' && request.url === path
      const body = isCall ? await bodyOf(request) : null
      // Answered first: whoever tells is not kept waiting for what is done about it.
      response.writeHead(!isCall ? 404 : isEvent(body) ? 200 : 400).end()
      const news = newsIn(body)
      if (news !== null && heeds(settings, news)) hear(news.fileTransferId)
    },
    { ...address, name: 'The webhook of the reference bank' },
  )
  try {
    const endPoint = `${listener.url}${path}`
    const filters = {
      resourceFilter: resourceUrn + settings.resourceId,
      subjectFilter: organisationUrn + settings.bank.id,
    }
    await insist('the bank subscribed', calls.subscribe({ endPoint, ...filters }), 200, 201)
    return { url: endPoint, close: () => listener.close() }
  } catch (error) {
    await listener.close()
    throw error
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largest) return null
      chunks.push(chunk)
    }
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return null
  }
}
