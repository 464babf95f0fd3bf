import type { Content, Exchange, Headers } from '../../../contracts/report/evidence.ts'
import { Answer } from '../ask/answer.ts'

/** Recorded exchanges made by hand, for tests of what is judged. */

interface Made {
  readonly status?: number
  readonly headers?: Headers
  readonly content?: Content
  readonly path?: string
  readonly method?: string
  readonly id?: string
}

export const json = (value: unknown): Content => ({ form: 'json', value })

export function exchangeWith({
  status = 200,
  headers = {},
  content,
  path = '/accounts',
  method = 'GET',
  id = 'x1',
}: Made): Exchange {
  return {
    id,
    epoch: 'calm',
    repeat: 0,
    invented: {},
    request: { method, path, query: {}, headers: {}, token: null },
    outcome: { kind: 'answered', status, headers, body: { text: '', bytes: 0 }, content: content ?? { form: 'empty' } },
    startedAt: '2026-11-21T12:00:00.000Z',
    durationMs: 1,
  }
}

export const answerWith = (made: Made): Answer => new Answer(exchangeWith(made))

export function silentAnswer(why: 'timeout' | 'reset' | 'too-large' = 'timeout'): Answer {
  return new Answer({ ...exchangeWith({}), outcome: { kind: 'silent', why, detail: 'nothing came' } })
}
