import type { CloudEvent } from '../../../contracts/altinn-broker/wire.ts'
import { listen } from '../../http/listen.ts'
import type { World } from './desk.ts'

/** Somebody who takes events, and can be told not to. */
export interface Webhook {
  readonly url: string
  readonly events: readonly (CloudEvent & { readonly contentType: string | undefined })[]
  /** What it answers from now on; null never answers. */
  answer(status: number | null): void
  close(): Promise<void>
}

export async function openWebhook({ authority }: World): Promise<Webhook> {
  const events: (CloudEvent & { contentType: string | undefined })[] = []
  let status: number | null = 200
  const listener = await listen(
    async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      events.push({ ...JSON.parse(Buffer.concat(chunks).toString()), contentType: request.headers['content-type'] })
      if (status !== null) response.writeHead(status).end()
    },
    { identity: await authority.server(['127.0.0.1']), name: 'A webhook' },
  )
  return {
    url: `${listener.url}/hook`,
    events,
    answer: (next) => {
      status = next
    },
    close: () => listener.close(),
  }
}
