import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { referencesIn, served } from '../operations.ts'
import { listedIn } from './listed.ts'
import { askWholeList } from './whole-list.ts'

const owners = [
  ...['P1', 'P2', 'P3'],
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A13'],
] as readonly DebtorName[]

/** A party of a test environment has a handful; more of one party would show the same again. */
const mostOfEach = 12

const operations = ['details', 'transactions'] as const

interface Use {
  readonly label: string
  readonly operation: (typeof operations)[number]
  readonly isDeleted: boolean
  readonly answer: Answer
}

async function useOf(doors: Doors, name: DebtorName): Promise<readonly Use[]> {
  const { pages } = await askWholeList(doors, name)
  const deleted = new Set(
    pages.flatMap(listedIn).flatMap(({ account }) => (account.status === 'deleted' ? [account.accountReference] : [])),
  )
  const references = [...new Set(pages.filter(({ status }) => status === 200).flatMap(referencesIn))]
  const uses: Use[] = []
  for (const [index, reference] of references.slice(0, mostOfEach).entries())
    for (const operation of operations)
      uses.push({
        label: `${operation} of account ${index + 1} of ${name}`,
        operation,
        isDeleted: deleted.has(reference),
        answer: await doors.ask(caseOf(doors.target, name).on(operation, reference)),
      })
  return uses
}

/** What is gone may be unknown, or only partly there (catalogue: the row itself). */
function works({ answer, isDeleted }: Use): Judgement {
  const isPartial = answer.status === 200 && readAt(answer.exchange, '/responseDetails/status') === 'partial'
  if (!isDeleted || (answer.status === 200 && !isPartial)) return served(answer)
  const what = 'the reference of a deleted account should still work'
  if (isPartial)
    return answer.finds(false, { what, weight: 'tolerated', expected: 'complete', at: '/responseDetails/status' })
  return answer.finds(false, {
    what,
    weight: answer.status === 404 ? 'tolerated' : 'breach',
    expected: 200,
    at: 'status',
  })
}

export default defineCheck(import.meta, {
  verifies: 'KI-ACC-008',
  needs: ['P1'],
  ask: async (doors) => {
    const uses: Use[] = []
    for (const name of owners.filter((one) => doors.target.fixtures[one] !== undefined))
      uses.push(...(await useOf(doors, name)))
    return uses
  },
  /** Where no reference works at all, the references are not the reason (KI-URL-005, KI-URL-006). */
  judge: (uses) =>
    operations.flatMap((operation) => {
      const ours = uses.filter((use) => use.operation === operation)
      if (ours.length === 0)
        return inconclusive('nothing-to-iterate', `no list names an account to ask ${operation} of`)
      if (ours.every(({ answer }) => answer.status !== 200))
        return inconclusive('need-not-met', `${operation} are not served of any account`)
      return ours.flatMap((use) => labelled(use.label, works(use)))
    }),
})
