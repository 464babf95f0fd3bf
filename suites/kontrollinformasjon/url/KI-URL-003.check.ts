import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { addressOf } from '../../kit/ask/address.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, forEach, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation } from '../operations.ts'
import { isServed } from '../served-as-it-is.ts'

interface Asking {
  readonly answer: Answer
  readonly baseUrl: string
}

const what = 'should be served under the one base URL'

/** An operation that is simply not served is the row's of that operation; one that is sent elsewhere lies elsewhere. */
function liesHere({ answer, baseUrl }: Asking): Judgement {
  if (isServed(answer)) return answer.finds(true, { what, expected: 200, at: 'status' })
  if (leadsElsewhere(answer, baseUrl)) return answer.finds(false, { what, expected: baseUrl, at: 'header:location' })
  return inconclusive('need-not-met', `${answer.exchange.id} is not served, and is not said to lie elsewhere`)
}

/** A redirect out of the base URL: to another host, or to another path of this one. */
function leadsElsewhere({ answered, exchange }: Answer, baseUrl: string): boolean {
  const location = answered?.headers.location
  if (answered === null || location === undefined || answered.status < 300 || answered.status > 399) return false
  const from = addressOf(baseUrl, exchange.request.path)
  if (!URL.canParse(location, from)) return false
  const [here, there] = [new URL(addressOf(baseUrl, '/')), new URL(location, from)]
  return there.origin !== here.origin || !there.pathname.startsWith(here.pathname)
}

const debtors = ['P1', 'P2'] as const satisfies readonly DebtorName[]

export default defineCheck(import.meta, {
  verifies: 'KI-URL-003',
  needs: ['P1'],
  ask: async (doors) => {
    const { baseUrl, fixtures } = doors.target
    const all: Asked<readonly Asked<Asking>[]>[] = []
    for (const name of debtors.filter((one) => fixtures[one] !== undefined)) {
      const operations = await onEachOperation(doors, name, async (operation) => ({
        answer: await doors.ask(operation),
        baseUrl,
      }))
      all.push({ label: name, asked: operations })
    }
    return all
  },
  judge: (parties) => forEach(parties, (operations) => operationsOf(operations)),
})

/** Without a list nobody can ask for the others. */
const operationsOf = (operations: readonly Asked<Asking>[]): Judgement =>
  operations.flatMap((one) => labelled(one.label, 'missing' in one ? one.missing : liesHere(one.asked)))
