import type { KonkursParty } from '../../contracts/konkursvarsel/debtors.ts'
import { accountsOf } from '../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../kit/ask/answer.ts'
import { all, along, given, inconclusive, type Judgement, labelled } from '../kit/judge/judgement.ts'
import { served } from '../kontrollinformasjon/operations.ts'

/** What the account interface and the state probe say of a party's accounts. */

interface Shown {
  readonly at: string
  readonly status: unknown
  readonly type: unknown
  readonly number: string
}

export const digitsOf = (value: unknown): string => String(value ?? '').replaceAll(/\D/g, '')

export const shownIn = (answer: Answer): readonly Shown[] =>
  accountsOf(answer.body).map(({ accountIdentifier, status, type }, index) => ({
    at: `/accounts/${index}`,
    status,
    type,
    number: digitsOf(accountIdentifier),
  }))

/** What locking means for these is written nowhere (reading: loans-and-clients). */
const unclear: ReadonlySet<unknown> = new Set(['loanAccount', 'clientAccount', 'accountWithoutBalance'])

/** As the bank's fixtures have it, and not as its answer calls it: no account is softened by another name. */
const productOf = (party: KonkursParty | undefined, number: string) =>
  party?.accounts?.find(({ accountIdentifier }) => digitsOf(accountIdentifier) === number)?.product

/** Whether nothing is written about what locking means for accounts of this type. */
export const isUnclear = (type: unknown): boolean => unclear.has(type)

const isPlain = (party: KonkursParty | undefined, { number }: Shown) => !unclear.has(productOf(party, number))

/** An account of the party, with the status that it should have. `plain`: only those about which there is no doubt. */
interface Expectation {
  readonly party: KonkursParty | undefined
  readonly status: readonly string[]
  readonly what: string
  /** Tolerated where the type is one of those that nothing is written about. */
  readonly lenient?: boolean
  readonly only?: (number: string) => boolean
}

/** Every account that the fixture names, in an answer that is served, or in all pages of one. */
export function haveStatus(seen: Answer | readonly Answer[] | undefined, expectation: Expectation): Judgement {
  const { party, status, what, lenient = false, only = () => true } = expectation
  const pages = seen === undefined ? [] : [seen].flat()
  const [first] = pages
  if (first === undefined) return inconclusive('fixture-missing', 'the participant lacks the debtor')
  return given(all(...pages.flatMap((page) => [served(page), page.readable])), () => {
    const shown = pages.flatMap((page) => shownIn(page).map((one) => ({ ...one, page })))
    const named = (party?.accounts ?? []).map(({ accountIdentifier }) => digitsOf(accountIdentifier)).filter(only)
    if (named.length === 0) return inconclusive('nothing-to-iterate', 'the fixture names no account')
    return named.flatMap((number, index): Judgement => {
      const found = shown.find((one) => one.number === number)
      const label = `account ${index + 1}`
      // Whoever hides it breaks KV-041; whether it is locked cannot be seen.
      if (found === undefined) return inconclusive('need-not-met', `${label} is not shown in ${first.exchange.id}`)
      const weight = lenient && !isPlain(party, found) && found.status === 'enabled' ? 'tolerated' : 'breach'
      const holds = status.some((one) => one === found.status)
      return labelled(
        label,
        found.page.finds(holds, {
          what,
          weight,
          expected: status.length === 1 ? status[0] : status,
          at: `${found.at}/status`,
        }),
      )
    })
  })
}

/** Every account is as it was before: nothing was locked, opened or lost. */
export function unchanged(before: Answer | undefined, after: Answer | undefined, what: string): Judgement {
  if (before === undefined || after === undefined)
    return inconclusive('need-not-met', 'the state of the accounts was not asked for before and after')
  const ground = all(served(before), before.readable, served(after), after.readable)
  return along(
    given(ground, () => wasSeen(before)),
    () => {
      const earlier = new Map(shownIn(before).map(({ number, status }) => [number, status]))
      const now = shownIn(after)
      const lost = [...earlier.keys()].filter((number) => !now.some((one) => one.number === number))
      return all(
        now
          .filter(({ number }) => earlier.has(number))
          .flatMap(({ at, number, status }) =>
            after.finds(status === earlier.get(number), { what, expected: earlier.get(number), at: `${at}/status` }),
          ),
        lost.length === 0
          ? []
          : after.finds(false, {
              what: `${what}, and none is lost`,
              expected: `${earlier.size} accounts`,
              at: '/accounts',
            }),
      )
    },
  )
}

/** How they were. */
function wasSeen(before: Answer): Judgement {
  const [first] = shownIn(before)
  if (first === undefined) return inconclusive('nothing-to-iterate', `${before.exchange.id} tells of no account`)
  return before.finds(true, { what: 'was so before', expected: null, at: `${first.at}/status` })
}
