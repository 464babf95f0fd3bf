import { linkOf, resolveHref } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { digitsOf, listedIn } from '../accounts/listed.ts'
import { caseOf } from '../bosiden.ts'
import { referencesIn, served } from '../operations.ts'

/** All pages of one answer, and how the way through them came to its end. */
export interface Walk {
  readonly pages: readonly Answer[]
  /** `last-page`: no `next`. `lost`: a page was not served or not readable. `loop`: back to where it was. `elsewhere`: out of the base URL. */
  readonly end: 'last-page' | 'lost' | 'loop' | 'elsewhere'
}

/** More pages than any fixture needs; a bank that still goes on runs in circles. */
const mostPages = 100

/** Follows `next` from the answer to a first question, with everything else as it was (KI-PAG-012). */
export async function followNext({ ask, target }: Pick<Doors, 'ask' | 'target'>, first: Request): Promise<Walk> {
  const pages = [await ask(first)]
  const visited = new Set([first.path])
  for (;;) {
    const page = pages.at(-1) as Answer
    if (page.status !== 200 || page.body === undefined) return { pages, end: 'lost' }
    const next = linkOf(page.body, 'next')
    if (next === null) return { pages, end: 'last-page' }
    const { path } = resolveHref(target.baseUrl, next)
    if (path === null) return { pages, end: 'elsewhere' }
    if (visited.has(path) || pages.length === mostPages) return { pages, end: 'loop' }
    visited.add(path)
    pages.push(await ask({ ...first, path, query: {} }))
  }
}

/** Follows `next` through the transactions of A4; when they cannot even be begun, says why. */
export async function walkLargeAccount(doors: Doors): Promise<Walk | { readonly missing: Judgement }> {
  const estate = caseOf(doors.target, 'A4')
  // The account may stand on any page: the list can be split like other answers (KI-PAG-018).
  const { pages } = await followNext(doors, estate.list)
  const number = doors.target.fixtures.A4?.accountIdentifier ?? ''
  const reference = pages.map((page) => referenceOf(page, number)).find((one) => one !== undefined)
  if (reference === undefined) return { missing: noLargeAccount(pages.at(-1) as Answer) }
  return followNext(doors, estate.on('transactions', reference))
}

/** Separators in the number are another row's business (KI-ACC-037). */
function referenceOf(list: Answer, number: string): string | undefined {
  const found = listedIn(list).find(({ account }) => digitsOf(account.accountIdentifier) === digitsOf(number))
  return referencesIn(list).find((reference) => reference === found?.account.accountReference)
}

const noLargeAccount = (list: Answer): Judgement =>
  given(all(served(list), list.readable), () =>
    inconclusive('need-not-met', `A4 is not in the list of ${list.exchange.id}`),
  )
