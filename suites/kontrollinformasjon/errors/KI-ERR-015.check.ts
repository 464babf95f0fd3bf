import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes, Request } from '../../kit/ask/request.ts'
import { type Asked, all, forEach, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { onAccount, onEachOperation, referencesIn } from '../operations.ts'
import { strangerAmong } from './shaped-reference.ts'

/** One fault each, on every operation that has it. */
const faulty: Readonly<Record<string, Changes>> = {
  'without a token': { token: null },
  'with an expired token': { token: { issued: -420, expires: -300 } },
  'for somebody else': { token: { claims: { aud: 'https://dsop.annenbank.example/v2' } } },
  'with the scope of trinn 1': { token: { claims: { scope: 'bits:kundeforhold' } } },
  'without a mandate': { headers: { 'Legal-Mandate': null } },
  'without a case': { headers: { AccountInfoRequestID: null } },
  'without a correlation': { headers: { CorrelationID: null } },
  'with another method': { method: 'POST' },
}

const faultyOnList: Readonly<Record<string, Changes>> = {
  'without a party': { headers: { PartyID: null } },
  'without the owner flag': { query: { OnlyPrimaryOwner: null } },
  'for other roles too': { query: { OnlyPrimaryOwner: 'false' } },
}

/** A real Maskinporten makes no defective token. */
const canBeAsked = ({ external }: Doors['target'], { token }: Changes) =>
  token === null || token === undefined || !external.includes('maskinporten')

/** Four times, the last on a connection of its own: nodes behind a balancer take turns. */
async function askAgain({ ask }: Doors, request: Request, changes: Changes = {}): Promise<readonly Answer[]> {
  const answers = [await ask(request, changes)]
  for (const repeat of [1, 2]) answers.push(await ask(request, { ...changes, repeat }))
  return [...answers, await ask(request, { ...changes, via: 'fresh-connection' })]
}

async function askTable(
  doors: Doors,
  request: Request,
  table: Readonly<Record<string, Changes>>,
): Promise<readonly Asked<readonly Answer[]>[]> {
  const rows: Asked<readonly Answer[]>[] = []
  for (const [label, changes] of Object.entries(table))
    if (canBeAsked(doors.target, changes)) rows.push({ label, asked: await askAgain(doors, request, changes) })
  return rows
}

type Rows = readonly Asked<readonly Answer[]>[]

/** References of nobody, endpoints that are not part of the service, and a party without konkursvarsel. */
async function askTheOthers(doors: Doors): Promise<Rows> {
  const { ask, target } = doors
  const estate = caseOf(target, 'P1')
  const list = await ask(estate.list)
  const references = referencesIn(list)
  const stranger = strangerAmong(references) ?? undefined
  const again = (request: Request) => askAgain(doors, request)
  const named = async (label: string, row: Promise<Asked<readonly Answer[]>>) => ({ ...(await row), label })
  const solvent =
    target.fixtures.P4 === undefined
      ? []
      : [{ label: 'a party without konkursvarsel', asked: await again(caseOf(target, 'P4').list) }]
  return [
    await named('details of nobody', onAccount(estate, 'details', stranger, list, again)),
    await named('transactions of nobody', onAccount(estate, 'transactions', stranger, list, again)),
    await onAccount(estate, 'cards', references[0], list, again),
    await onAccount(estate, 'roles', references[0], list, again),
    ...solvent,
  ]
}

/** A rate limit may come at any time (KI-ERR-013). Who answers once and is silent then does not answer the same. */
const isComparable = ({ status }: Answer) => status !== 429

function isAsBefore(answer: Answer, first: Answer): Judgement {
  const code = readAt(first.exchange, '/code')
  const what = 'the same faulty request should be answered as before'
  const status = answer.finds(answer.status === first.status, { what, expected: first.status, at: 'status' })
  if (answer.status !== first.status) return status
  return all(status, answer.finds(readAt(answer.exchange, '/code') === code, { what, expected: code, at: '/code' }))
}

function areAlike(answers: readonly Answer[]): Judgement {
  const comparable = answers.filter(isComparable)
  const first = comparable.find(({ status }) => status !== null)
  const others = comparable.filter((answer) => answer !== first)
  if (first === undefined || others.length === 0)
    return inconclusive('need-not-met', 'fewer than two of the same questions were answered')
  return others.flatMap((answer) => isAsBefore(answer, first))
}

export default defineCheck(import.meta, {
  verifies: 'KI-ERR-015',
  needs: ['P1'],
  ask: async (doors) => ({
    onEach: await onEachOperation(doors, 'P1', (operation) => askTable(doors, operation, faulty)),
    onList: await askTable(doors, caseOf(doors.target, 'P1').list, faultyOnList),
    others: await askTheOthers(doors),
  }),
  judge: ({ onEach, onList, others }) =>
    all(
      forEach(onEach, (rows) => forEach(rows, areAlike)),
      forEach(onList, areAlike),
      forEach(others, areAlike),
    ),
})
