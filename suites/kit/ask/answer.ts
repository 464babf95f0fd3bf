import type { Answered, Exchange, Unread } from '../../../contracts/report/evidence.ts'
import { finding, type Statement } from '../judge/finding.ts'
import { all, inconclusive, type Judgement } from '../judge/judgement.ts'
import { jsonOf, readAt, unreadOf } from '../judge/read.ts'
import { largestRead, longestList, mostValues } from './limits.ts'

/** What a refusal has to look like. A tolerated status is in order and is named. */
export interface Refusal {
  readonly status: number
  /** Left out where the code is another row's business. */
  readonly code?: string
  readonly tolerated?: readonly { readonly status: number; readonly code?: string }[]
}

/** Depth is not among them: what nests beyond all reason is no body that anybody can read, and stays the sender's matter. */
const unreadWords = {
  'too-large': `the body is larger than ${largestRead / 2 ** 20} MiB, and was not read`,
  'too-many-values': `the body has more than ${mostValues} values, or a list of more than ${longestList}, and was not read`,
  enough: 'the body was not read, since large answers before it have taken what a run may hold',
} as const satisfies Partial<Record<Unread, string>>

/** What can be said only of a body that was read. */
const ofContent = new Set(['content', 'key'])

/** One recorded exchange, as a check looks at it. */
export class Answer {
  readonly exchange: Exchange

  constructor(exchange: Exchange) {
    this.exchange = exchange
  }

  get answered(): Answered | null {
    return this.exchange.outcome.kind === 'answered' ? this.exchange.outcome : null
  }

  get status(): number | null {
    return this.answered?.status ?? null
  }

  /** The JSON of the body, plain or opened; undefined when there is none. */
  get body(): unknown {
    return this.answered === null ? undefined : jsonOf(this.answered.content)
  }

  /** States something about this exchange. `holds` decides between the note and the weight that a breach of it has. */
  finds(
    holds: boolean,
    {
      weight = 'breach',
      ofAnyError = false,
      ...statement
    }: Omit<Statement, 'weight'> & Partial<Statement> & { readonly ofAnyError?: boolean },
  ): Judgement {
    const unseen = this.unseen(statement.at)
    if (unseen !== null) return unseen
    // A bank may limit how often it is asked (KI-ERR-013), and says nothing else by it; but that, it says as an error.
    if (!holds && this.status === 429 && !ofAnyError)
      return inconclusive('need-not-met', `rate limit of the bank (${this.exchange.id})`)
    return [finding(this.exchange, { ...statement, weight: holds ? 'note' : weight })]
  }

  answers(status: number): Judgement {
    return this.finds(this.status === status, { what: `should answer ${status}`, expected: status, at: 'status' })
  }

  refuses({ status, code, tolerated = [] }: Refusal): Judgement {
    const accepted = [{ status, code }, ...tolerated]
    const match = accepted.find((one) => one.status === this.status)
    const expected = accepted.length === 1 ? status : accepted.map((one) => one.status)
    const refused = this.finds(match !== undefined, {
      what: `should be refused with ${status}`,
      expected,
      at: 'status',
    })
    return match?.code === undefined ? refused : all(refused, this.carries(match.code))
  }

  /** Has the body that a check wants to read. Only ground for others to stand on. */
  get readable(): Judgement {
    const what = 'should have JSON that can be read, plain or sealed to the published certificate'
    return this.finds(this.body !== undefined, { what, expected: 'JSON', at: 'content' })
  }

  /** What the harness did not wait for or did not read says nothing, neither for the participant nor against it. */
  private unseen(at: string): Judgement | null {
    const { id, outcome } = this.exchange
    if (outcome.kind === 'silent') {
      if (outcome.why === 'too-large') return inconclusive('answer-too-large', `${id}: ${outcome.detail}`)
      const noTime = outcome.why === 'given-up' || outcome.hurried === true
      return noTime ? inconclusive('deadline', `${id}: ${outcome.detail}`) : null
    }
    const unread = ofContent.has(at) || at.startsWith('/') ? unreadOf(outcome.content) : null
    return unread === null ? null : inconclusive('answer-too-large', `${id}: ${unreadWords[unread]}`)
  }

  private carries(code: string): Judgement {
    const holds = readAt(this.exchange, '/code') === code
    return this.finds(holds, { what: `should carry the code ${code}`, expected: code, at: '/code' })
  }
}
