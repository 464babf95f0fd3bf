import supertest from 'supertest'

/** How the tests of the parties call them: over the real TLS socket, trusting one root. */

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
}

export interface Caller {
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  post(url: string, body: string, headers?: Record<string, string>): Promise<Answer>
  send(method: Method, url: string): Promise<Answer>
}
type Method = 'PUT' | 'DELETE' | 'HEAD' | 'POST' | 'GET'

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

export function createCaller(rootPem: string): Caller {
  const call = async (
    method: Method,
    url: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<Answer> => {
    const { origin } = new URL(url)
    const verb = method.toLowerCase() as Lowercase<Method>
    const answer = await supertest(origin)
      [verb](url.slice(origin.length))
      .ca(rootPem)
      .redirects(0)
      .set(headers)
      .send(body)
      .buffer(true)
      .parse(asText)
    return { status: answer.status, headers: answer.headers, text: answer.body ?? '' }
  }
  return {
    get: (url, headers) => call('GET', url, headers),
    post: (url, body, headers = formHeaders) => call('POST', url, headers, body),
    send: (method, url) => call(method, url),
  }
}

/** Whatever the media type says: a test looks at the bytes. */
function asText(answer: supertest.Response, done: (error: Error | null, text: string) => void): void {
  let text = ''
  answer.setEncoding('utf8')
  answer.on('data', (chunk: string) => {
    text += chunk
  })
  answer.on('end', () => done(null, text))
}
