import type { AccountDetails, Accounts, Transactions } from '../../contracts/kontrollinformasjon/wire.ts'
import type { Agreement } from '../bank/world/agreements.ts'
import type { Account, World } from '../bank/world/model.ts'
import { detailedAccount, listedAccount } from './account-body.ts'
import { told } from './differences.ts'
import {
  accountKnownAs,
  isCurtailed,
  isDeleted,
  isShielded,
  isWithheld,
  kjennelsesdatoOf,
  ownedIn,
  transactionsIn,
} from './ledger.ts'
import { cursorName, cursorTo, type Place, pageOf, placeAt } from './pages.ts'
import { decoded, parameter, type Question } from './question.ts'
import { badRequest, onlyGet, refuse } from './refusal.ts'
import {
  type Memory,
  type Period,
  partyIn,
  periodIn,
  requireIds,
  requireMandate,
  requireNotice,
  requirePrimaryOwner,
} from './rules.ts'
import { referenceTo, type SealedWords, wordIn } from './sealed-words.ts'
import type { Caller } from './token.ts'
import { toldTransaction } from './transaction-body.ts'

/** What the five paths answer (catalogue 1.1). */

export interface Books {
  readonly world: World
  readonly words: SealedWords
  readonly memory: Memory
  /** Path of the base URL, without a slash at the end; it stands in front of some hrefs (Q9). */
  readonly basePath: string
}

type Body = Accounts | AccountDetails | Transactions

/** The body of a 200. Throws a refusal. */
export function answerTo(question: Question, caller: Caller, books: Books): Body {
  if (question.method !== 'GET') throw onlyGet()
  const { reference, operation } = pathOf(question)
  if (operation === 'cards' || operation === 'roles')
    throw badRequest(`Endepunktet ${operation} er ikke en del av tjenesten for konkursbehandling`)
  requireIds(question, books.memory)
  const asked = { question, books, agreement: requireMandate(question, caller) }
  if (reference === undefined) return list(asked)
  const account = accountBehind(reference, books)
  return operation === undefined ? details(asked, account, reference) : transactions(asked, account, reference)
}

interface Asked {
  readonly question: Question
  readonly books: Books
  readonly agreement: Agreement
}

const paths = /^\/accounts(?:\/([^/]+)(?:\/(transactions|cards|roles))?)?$/

function pathOf({ path }: Question): { readonly reference?: string; readonly operation?: string } {
  const match = paths.exec(path ?? '')
  if (match === null) throw nothingHere()
  const [, reference, operation] = match
  return {
    ...(reference !== undefined && { reference: decoded(reference) }),
    ...(operation !== undefined && { operation }),
  }
}

const nothingHere = () => refuse('unknownPath', 'Det finnes ikke noe på denne adressen')

/** With a cursor the question is the one that led to it, and only the headers are asked for again (KI-PAG-012). */
function placeOf({ question, books: { words, world } }: Asked, of: string): Place {
  const cursor = parameter(question.query, cursorName)
  if (cursor !== undefined) return placeAt(words, cursor, of)
  return { of, period: periodIn(question, world.day), page: 1 }
}

/** Only a service that says so waits for a konkursvarsel. */
function checkNotice({ books, agreement }: Asked, debtor: string, period: Period): void {
  if (agreement.needsNotice) requireNotice(kjennelsesdatoOf(books.world, debtor), period)
}

function list(asked: Asked): Accounts {
  const { question, books } = asked
  const { world, words } = books
  const debtor = partyIn(question)
  if (!question.query.has(cursorName)) requirePrimaryOwner(question)
  const place = placeOf(asked, debtor)
  checkNotice(asked, debtor, place.period)
  const owned = ownedIn(world, debtor, place.period)
  // Without a slash in front: the reader puts it behind the base URL (Q9).
  const hrefOf = (page: number) => `accounts?${cursorName}=${cursorTo(words, { ...place, page })}`
  const { items, links } = pageOf(owned, place.page, told.accountsPerPage.here, hrefOf)
  return {
    responseDetails: { status: 'complete', message: told.completeMessage.here },
    accounts: items.map((account) => listedAccount(account, world, referenceTo(words, account.reference))),
    links: owned.length > items.length ? links : told.missing.here,
  }
}

function accountBehind(reference: string, { world, words }: Books): Account {
  const own = wordIn(words, reference)
  if (own === null && reference !== told.loanReference.here)
    throw refuse('unreadableReference', 'Kontoreferansen er ikke skrevet av denne banken')
  const account = own === null ? undefined : accountKnownAs(world, own)
  if (account === undefined || isWithheld(account) || isShielded(world, account.owner))
    throw refuse('missingAccount', 'Det finnes ingen opplysninger om denne kontoen')
  return account
}

const archived = {
  status: 'partial',
  message: 'Kontoen er avsluttet og arkivert. Opplysningene finnes i banken og kan bestilles manuelt.',
} as const

const curtailed = {
  status: 'partial',
  message: 'Eldre transaksjoner finnes i banken, men må bestilles manuelt.',
} as const

const complete = { status: 'complete', message: told.missing.here } as const

function details(asked: Asked, account: Account, reference: string): AccountDetails {
  const { world } = asked.books
  const period = periodIn(asked.question, world.day)
  checkNotice(asked, account.owner, period)
  if (isDeleted(account, world.day)) return { responseDetails: archived, account: told.missing.here }
  return { responseDetails: complete, account: detailedAccount(account, world, reference, new Date()) }
}

function transactions(asked: Asked, account: Account, reference: string): Transactions {
  const { world, words, basePath } = asked.books
  const place = placeOf(asked, account.reference)
  checkNotice(asked, account.owner, place.period)
  if (isDeleted(account, world.day)) return { responseDetails: archived, transactions: [], links: [] }
  const path = `${basePath}/accounts/${encodeURIComponent(reference)}/transactions`
  const hrefOf = (page: number) => `${path}?${cursorName}=${cursorTo(words, { ...place, page })}`
  const all = transactionsIn(account, place.period)
  const { items, links } = pageOf(all, place.page, told.transactionsPerPage.here, hrefOf)
  return {
    responseDetails: isCurtailed(account, place.period) ? curtailed : complete,
    transactions: items.map((one) => toldTransaction(one, account, world)),
    links,
  }
}
