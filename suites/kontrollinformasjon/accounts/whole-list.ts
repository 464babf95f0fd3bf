import type { Debtor, DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { caseOf } from '../bosiden.ts'
import { served } from '../operations.ts'
import { followNext, type Walk } from '../paging/walk.ts'
import { digitsOf, listedIn } from './listed.ts'

/** Everything that a bank lists for one party, over all pages. */
export interface WholeList extends Walk {
  readonly debtor: Debtor
}

export async function askWholeList(doors: Doors, name: DebtorName): Promise<WholeList> {
  const { list, debtor } = caseOf(doors.target, name)
  return { debtor, ...(await followNext(doors, list)) }
}

/** Of those among the names whom the participant has. */
export async function askWholeLists(doors: Doors, names: readonly DebtorName[]): Promise<readonly Asked<WholeList>[]> {
  const lists: Asked<WholeList>[] = []
  for (const label of names.filter((name) => doors.target.fixtures[name] !== undefined))
    lists.push({ label, asked: await askWholeList(doors, label) })
  return lists
}

/** Judges a list whose first page is served and can be read. */
export const onServedList = ({ pages: [first] }: WholeList, judge: (first: Answer) => Judgement): Judgement =>
  first === undefined ? [] : given(all(served(first), first.readable), () => judge(first))

export const numbersIn = ({ pages }: WholeList): readonly string[] =>
  pages.flatMap((page) => listedIn(page).map(({ account }) => digitsOf(account.accountIdentifier)))

export const hasArray = ({ body }: Answer): boolean =>
  Array.isArray((body as { accounts?: unknown } | null | undefined)?.accounts)

/** Whether what is not there may be told from what was not seen: an account without a number, or a page that was lost. */
export function isWhole(list: WholeList): Judgement {
  const [first] = list.pages
  if (first === undefined || list.end !== 'last-page')
    return inconclusive('need-not-met', 'the pages of the list could not be followed to the last one')
  if (!list.pages.every(hasArray))
    return inconclusive('need-not-met', `${first.exchange.id} has no array of accounts to look into`)
  if (numbersIn(list).includes(''))
    return inconclusive('need-not-met', `an account in ${first.exchange.id} has no accountIdentifier to know it by`)
  return served(first)
}

/** The bank says that something is missing, and why (KI-RSP-004): then an account may be among what is. */
export const isPartialWithReason = ({ pages }: WholeList): boolean =>
  pages.some(({ exchange }) => {
    const message = readAt(exchange, '/responseDetails/message')
    const status = readAt(exchange, '/responseDetails/status')
    return status === 'partial' && typeof message === 'string' && message.trim() !== ''
  })
