import { accountsOf, linkOf, resolveHref } from '../../contracts/kontrollinformasjon/wire.ts'
import { serviceLevel } from '../../contracts/ytelse/service-level.ts'
import type { Answer } from '../kit/ask/answer.ts'
import type { Request } from '../kit/ask/request.ts'
import type { Stage } from '../kit/ask/stage.ts'
import type { Pause, Scenario, ScenarioKind, ScenarioQuestion } from '../kit/load/scenario.ts'
import { caseOf } from '../kontrollinformasjon/bosiden.ts'
import { referencesIn } from '../kontrollinformasjon/operations.ts'
import { type Differs, identityOf, sameAccount, sameAccounts, sameTransactions } from './differs.ts'

/**
 * What bosiden asks for a bostyrer: the accounts of an estate, the details of each, their transactions, and the pages of
 * an account that has many. No figure about the mix is public, so it is ours: of ten, three lists, four details, two of
 * transactions, one page.
 */

/** Times that a question is put in calm until it is served. */
const mostAsks = 3

/** Accounts of an estate that are asked about. */
const mostAccounts = 4

export type Mix = 'usual' | 'beside-job'

const usualMix = [
  { name: 'accounts', weight: 3, isJob: false },
  { name: 'details', weight: 4, isJob: false },
  { name: 'transactions', weight: 2, isJob: false },
  { name: 'pages', weight: 1, isJob: false },
] as const

/** The other job: a large account is fetched page after page, all the time. */
const job = { name: 'large-lists', weight: 5, isJob: true } as const

export const weights = (mix: Mix) => (mix === 'usual' ? usualMix : [...usualMix, job])

interface Prepared {
  readonly kinds: readonly ScenarioKind[]
  /** Every lawful question in calm; nothing can be said under load where one of them was not served. */
  readonly calm: readonly Answer[]
}

/** Asks everything once in calm; `round` asks anew. */
export async function prepare(stage: Stage, mix: Mix, { round = 0, pause = noPause } = {}): Promise<Prepared> {
  const calm: Answer[] = []
  const ask = async (request: Request) => {
    const answer = await askOften(stage, request, { round, pause })
    calm.push(answer)
    return answer
  }
  const estate = caseOf(stage.target, 'P1')
  const list = await ask(estate.list)
  const references = openAccountsIn(list).slice(0, mostAccounts)
  const details: ScenarioQuestion[] = []
  const transactions: ScenarioQuestion[] = []
  for (const reference of references) {
    const one = estate.on('details', reference)
    details.push(questionFrom(one, await ask(one), sameAccount))
    const other = estate.on('transactions', reference)
    transactions.push(questionFrom(other, await ask(other), sameTransactions))
  }
  const pages = stage.target.fixtures.A4 === undefined ? [] : await pagesOfLargeAccount(stage, ask)
  const accounts = [questionFrom(estate.list, list, sameAccounts)]
  const questions = { accounts, details, transactions, pages, 'large-lists': pages }
  const kinds: readonly ScenarioKind[] = weights(mix).map((kind) => ({ ...kind, questions: questions[kind.name] }))
  return { kinds: kinds.filter(({ questions }) => questions.length > 0), calm }
}

/** A bank that fails two calls of a hundred is to be measured, and not to be let off because one of these came first. */
async function askOften(stage: Stage, request: Request, { round, pause }: Asking): Promise<Answer> {
  const ask = async (repeat: number) => {
    await pause()
    return stage.ask(request, { repeat })
  }
  const first = round * mostAsks
  let answer = await ask(first)
  for (let repeat = first + 1; repeat < first + mostAsks && answer.status !== 200; repeat++) answer = await ask(repeat)
  return answer
}

interface Asking {
  readonly round: number
  /** Before each question. */
  readonly pause: Pause
}

const noPause: Pause = async () => undefined

/** References of accounts that are not deleted, by number: the same order whenever they are asked for. */
function openAccountsIn(list: Answer): readonly string[] {
  const known = new Set(referencesIn(list))
  return accountsOf(list.body)
    .filter(({ status, accountReference }) => status !== 'deleted' && known.has(String(accountReference)))
    .toSorted((a, b) => (identityOf(a) < identityOf(b) ? -1 : 1))
    .map(({ accountReference }) => String(accountReference))
}

/** The largest account of A4: its first page, and the one that `next` names. */
async function pagesOfLargeAccount(
  { target }: Stage,
  ask: (request: Request) => Promise<Answer>,
): Promise<readonly ScenarioQuestion[]> {
  const estate = caseOf(target, 'A4')
  const list = await ask(estate.list)
  for (const reference of openAccountsIn(list)) {
    const first = estate.on('transactions', reference)
    const page = await ask(first)
    const next = linkOf(page.body, 'next')
    const path = next === null ? null : resolveHref(target.baseUrl, next).path
    if (path === null) continue
    const second: Request = { ...first, path, query: {} }
    return [questionFrom(second, await ask(second), sameTransactions)]
  }
  return []
}

const questionFrom = (request: Request, answer: Answer, differs: (calm: unknown) => Differs): ScenarioQuestion => ({
  request,
  differs: differs(answer.body),
  bytes: answer.answered?.body.bytes ?? 0,
})

export function scenarioOf(stage: Stage, mix: Mix, { kinds }: Prepared): Scenario {
  // Asked anew each time, so no answer of an earlier round serves.
  let round = 0
  return {
    name: mix === 'usual' ? 'calm' : 'beside-job',
    level: serviceLevel,
    kinds,
    renew: async (pause) => {
      const { kinds: next, calm } = await prepare(stage, mix, { round: ++round, pause })
      return calm.every(({ status }) => status === 200) ? next : null
    },
  }
}
