import type { Outgoing } from '../../http/outgoing.ts'
import type { Answer, Settings } from './model.ts'
import type { Parts } from './parts.ts'
import type { Tokens } from './tokens.ts'

/** One call of the register, with a token; never rejects. */
export interface Calls {
  send(call: {
    readonly method: 'GET' | 'POST' | 'DELETE'
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }): Promise<Answer>
}

interface Means {
  readonly outgoing: Outgoing
  readonly tokens: Tokens
  readonly settings: Settings
  readonly parts: Pick<Parts, 'authorization'>
}

export const createCalls = ({ outgoing, tokens, settings, parts }: Means): Calls => ({
  async send({ headers, url, ...call }) {
    try {
      const authorization = { Authorization: parts.authorization(await tokens.take(), call.method) }
      const deadlineMs = call.body === undefined ? settings.deadlineMs : settings.fileDeadlineMs
      const { status, body } = await outgoing.send(url, {
        ...call,
        headers: { ...authorization, ...headers },
        deadlineMs,
      })
      return { status, code: status < 400 ? null : codeIn(body), body }
    } catch (error) {
      return { silent: (error as Error).message }
    }
  },
})

function codeIn(body: Buffer): string | null {
  try {
    const { errorCode } = JSON.parse(body.toString())
    return typeof errorCode === 'string' ? errorCode : null
  } catch {
    return null
  }
}
