import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, forEach, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onListedAccount } from '../answers/listed-account.ts'
import { caseOf } from '../bosiden.ts'
import { onEachOperation } from '../operations.ts'
import { walkLargeAccount } from '../paging/walk.ts'

/** Whether nothing is found is no error; what an error says then is the row's of that answer (KI-ERR-008, KI-TRX-002). */
function succeedsWith200(answer: Answer): Judgement {
  const { id } = answer.exchange
  if (answer.status === null || answer.status < 200 || answer.status > 299)
    return inconclusive('need-not-met', `${id} is no successful lookup, so nobody can tell its status`)
  return answer.answers(200)
}

type Lookup = Asked<Answer>

const missing = (label: DebtorName): Lookup => ({
  label,
  missing: inconclusive('fixture-missing', `the participant has no ${label}`),
})

/** The list of somebody without accounts. */
const emptyList = async ({ ask, target }: Doors): Promise<Lookup> =>
  target.fixtures.P5 === undefined ? missing('P5') : { label: 'P5 list', asked: await ask(caseOf(target, 'P5').list) }

/** Bankrupt, and without an account of their own; that they are refused is the row's of that answer. */
const withoutAccounts = ['P6', 'P7', 'P8', 'P9'] as const satisfies readonly DebtorName[]

async function otherEmptyLists({ ask, target }: Doors): Promise<Lookup[]> {
  const lookups: Lookup[] = []
  for (const name of withoutAccounts.filter((one) => target.fixtures[one] !== undefined)) {
    const list = await ask(caseOf(target, name).list)
    if (list.status !== null && list.status >= 200 && list.status <= 299)
      lookups.push({ label: `${name} list`, asked: list })
  }
  return lookups
}

/** An account without transactions in the period, and one of which a part is to be had by hand only. */
async function emptyOrPartial(doors: Doors, name: 'A5' | 'A13'): Promise<Lookup[]> {
  if (doors.target.fixtures[name] === undefined) return [missing(name)]
  const lookups: Lookup[] = []
  for (const operation of ['details', 'transactions'] as const) {
    const found = await onListedAccount(doors, name, operation)
    lookups.push({ ...found, label: `${name} ${operation}` })
  }
  return lookups
}

/** Pages are parts of one answer, and each of them is a successful lookup all the same. */
async function everyPage(doors: Doors): Promise<Lookup[]> {
  if (doors.target.fixtures.A4 === undefined) return []
  const walk = await walkLargeAccount(doors)
  return 'missing' in walk ? [] : walk.pages.map((page, index) => ({ label: `A4 page ${index + 1}`, asked: page }))
}

export default defineCheck(import.meta, {
  verifies: 'KI-URL-008',
  needs: ['P1'],
  ask: async (doors): Promise<readonly Lookup[]> => [
    ...(await onEachOperation(doors, 'P1', (operation) => doors.ask(operation))),
    await emptyList(doors),
    ...(await otherEmptyLists(doors)),
    ...(await emptyOrPartial(doors, 'A5')),
    ...(await emptyOrPartial(doors, 'A13')),
    ...(await everyPage(doors)),
  ],
  judge: (lookups) => forEach(lookups, succeedsWith200),
})
