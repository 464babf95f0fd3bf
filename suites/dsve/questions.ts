import type { Inquiry } from '../../contracts/dsve/correspondence.ts'
import type { Flow } from '../../contracts/dsve/declared.ts'
import { flows } from '../../contracts/dsve/declared.ts'
import { type CaseId, caseIds, cases } from '../../contracts/dsve/fixtures/cases.ts'
import type { Expected, Known } from '../../contracts/dsve/fixtures/known.ts'
import { messages, type RequestRoot } from '../../contracts/dsve/messages.ts'
import type { Inquired } from '../kit/ask/stage.ts'
import type { Target } from '../kit/target.ts'
import { holds } from './held.ts'

/** What the megler is made to ask, and what silence would mean. */
export interface Question {
  /** Tells it apart within its act. */
  readonly name: string
  readonly inquiry: Inquiry
  /** Where the way of asking is the point, and not the case. */
  readonly expects?: Partial<Expected>
  /** What is broken when it is never answered; null where silence is lawful, and nobody waits for an answer. */
  readonly row: string | null
  /** Whether it is asked as most are, so that its answer is held against every row. */
  readonly isPlain: boolean
}

/** A question that went out, and what came of the sending. */
export interface Put extends Question, Omit<Inquired, 'inquiry'> {}

export const flowsOf = ({ dsve }: Pick<Target, 'dsve'>): readonly Flow[] => dsve?.flows ?? flows

export const requestOfFlow = {
  restgjeld: 'restgjeldsforespoersel',
  innfrielse: 'innfrielsessaldoforespoersel',
} as const satisfies Readonly<Record<Flow, RequestRoot>>

export const flowOf = ({ inquiry }: Question): Flow => messages[inquiry.message].flow

/** In which what is the same in both is asked. */
export const mainFlow = (target: Pick<Target, 'dsve'>): Flow =>
  flowsOf(target).includes('restgjeld') ? 'restgjeld' : 'innfrielse'

/** Asked about in an innfrielse only, so that this comes without a restgjeld before it (DSVE-179). */
const withoutRestgjeld: CaseId = 'S26'

/** Every case in every flow that the participant answers. */
export function plainQuestions(target: Pick<Target, 'dsve'>): readonly Question[] {
  const both = flowsOf(target).length === flows.length
  return flowsOf(target).flatMap((flow) =>
    caseIds
      .filter((fixture) => holds(target, fixture) && !(both && flow === 'restgjeld' && fixture === withoutRestgjeld))
      .map((fixture) => plain(fixture, flow, target)),
  )
}

export function plain(
  fixture: CaseId,
  flow: Flow,
  target: Pick<Target, 'dsve'>,
  more: Partial<Question> = {},
): Question {
  const inquiry = { message: requestOfFlow[flow], fixture }
  return {
    name: `${fixture} ${flow}`,
    inquiry,
    row: rowOf(fixture, flow, target),
    isPlain: true,
    ...expectsOf(fixture, flow),
    ...more,
  }
}

function expectsOf(fixture: CaseId, flow: Flow): Pick<Question, 'expects'> {
  if (fixture === withoutRestgjeld && flow === 'innfrielse') return { expects: { requirement: 'DSVE-179' } }
  // What is owed today is no question of a date far ahead.
  if (fixture === 'S16' && flow === 'restgjeld') return { expects: { requirement: 'DSVE-031', godtas: [] } }
  return {}
}

/** What a bank breaks that never answers about it. */
function rowOf(fixture: CaseId, flow: Flow, { dsve }: Pick<Target, 'dsve'>): string | null {
  // Whoever has declared nothing may wait too (B8).
  if (fixture === 'S16' && flow === 'innfrielse' && (dsve?.farFuture ?? 'waits') === 'waits') return null
  // An answer by e-mail is sent digitally too.
  if (fixture === 'S30') return 'DSVE-192'
  return expectsOf(fixture, flow).expects?.requirement ?? (cases[fixture] as Known).expects.requirement
}

/** Asked in a way of its own: its answer says something of that way, and nothing else. */
export function inTheWay(
  flow: Flow,
  variant: string,
  row: string,
  expects: Partial<Expected> = {},
  more: Partial<Question> = {},
): Question {
  return {
    name: variant,
    inquiry: { message: requestOfFlow[flow], fixture: 'S1', variant },
    expects: { requirement: row, ...expects },
    row,
    isPlain: false,
    ...more,
  }
}
