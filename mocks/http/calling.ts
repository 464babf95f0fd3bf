import { Agent, request } from 'undici'

/** How the tests of the parties call them: over the real TLS socket, trusting one root. */

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export interface Caller {
  readonly dispatcher: Agent
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  post(url: string, body: string, headers?: Record<string, string>): Promise<Answer>
  send(method: 'PUT' | 'DELETE' | 'HEAD' | 'POST' | 'GET', url: string): Promise<Answer>
  close(): Promise<void>
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

export function createCaller(rootPem: string): Caller {
  const dispatcher = new Agent({ connect: { ca: rootPem } })
  const call = async (url: string, options: Parameters<typeof request>[1]): Promise<Answer> => {
    const { statusCode, headers, body } = await request(url, { dispatcher, ...options })
    return { status: statusCode, headers, text: await body.text() }
  }
  return {
    dispatcher,
    get: (url, headers = {}) => call(url, { headers }),
    post: (url, body, headers = formHeaders) => call(url, { method: 'POST', body, headers }),
    send: (method, url) => call(url, { method }),
    close: () => dispatcher.close(),
  }
}
