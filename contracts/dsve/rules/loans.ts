import { parseAccountNumber } from '../../identity/account-number.ts'
import { kidRules } from '../../identity/kid.ts'
import { type KnownLaan, loansToPay, securedIn } from '../fixtures/known.ts'
import type { XmlElement } from '../xml/markup.ts'
import { type Case, eiendommerOf } from './case.ts'
import { childOf, loansOf, textOf, truthOf } from './elements.ts'
import { breach, note, type Problem, tolerated, within } from './problem.ts'

/** Which loans a reply lists, and how each is paid: DSVE-130 to -138, and the texts of B15. */

/** A loan of the reply with the one of the books that it is; undefined when it is none. */
export interface ToldLaan {
  readonly element: XmlElement
  readonly known: KnownLaan | undefined
}

/** What is written where nobody wanted to write the number: nothing, a few characters, one digit again and again. */
const isDummy = (number: string) => number.length < 4 || !/\d/.test(number) || /^(\d)\1*$/.test(number)

/** By its number; by its account when the number says nothing. */
export function toldLoans(root: XmlElement, { known }: Case): readonly ToldLaan[] {
  return loansOf(root).map((element) => {
    const number = textOf(element, 'laanenummer')?.trim() ?? ''
    const account = textOf(element, 'kontonummer')?.trim()
    return {
      element,
      known:
        known.laan.find(({ laanenummer }) => laanenummer === number) ??
        (isDummy(number) ? known.laan.find(({ kontonummer }) => kontonummer === account) : undefined),
    }
  })
}

export function loanRules(root: XmlElement, told: readonly ToldLaan[], asked: Case): readonly Problem[] {
  return [
    ...complete(root, told, asked),
    ...told.flatMap((loan) => [...belongs(loan, asked), ...payment(loan)]),
    ...once(told),
  ]
}

function complete(root: XmlElement, told: readonly ToldLaan[], asked: Case): readonly Problem[] {
  const listed = new Set(told.map(({ known }) => known))
  return loansToPay(asked.known, eiendommerOf(asked))
    .filter((laan) => !listed.has(laan))
    .map(({ laanenummer }) =>
      breach('DSVE-130', childOf(root, 'laanliste') ?? root, `the loan ${laanenummer}`, 'absent'),
    )
}

function belongs({ element, known }: ToldLaan, asked: Case): readonly Problem[] {
  if (known && securedIn(asked.known, eiendommerOf(asked)).includes(known)) return []
  const actual = textOf(element, 'laanenummer') ?? 'a loan without number'
  return [breach('DSVE-131', within(element, 'laanenummer'), 'only loans that the properties asked for secure', actual)]
}

/** Empty is a breach; a loan told twice only misleads whoever adds up, and the official example does it. */
function once(told: readonly ToldLaan[]): readonly Problem[] {
  const seen = new Set<string>()
  return told.flatMap(({ element }) => {
    const number = textOf(element, 'laanenummer')?.trim() ?? ''
    const again = seen.has(number)
    seen.add(number)
    if (number === '') return [breach('DSVE-132', within(element, 'laanenummer'), 'a number', 'empty')]
    return again ? [tolerated('DSVE-132', within(element, 'laanenummer'), 'each loan once', `${number} again`)] : []
  })
}

function payment({ element, known }: ToldLaan): readonly Problem[] {
  return [
    ...account(element, known),
    ...reference(element),
    ...message(element),
    ...(known ? equalNumbers(element, known) : []),
    ...(known ? flag('DSVE-138', element, 'transporterklaering', known.transporterklaering) : []),
  ]
}

function account(element: XmlElement, known: KnownLaan | undefined): readonly Problem[] {
  const place = within(element, 'kontonummer')
  const told = textOf(element, 'kontonummer') ?? 'absent'
  const parsed = parseAccountNumber(told)
  const shape = !parsed.ok && parsed.error.problem !== 'check-digit'
  const mistyped =
    parsed.ok || shape ? [] : [breach('DSVE-134', place, 'an account number whose check digit fits', told)]
  const another = shape || (known !== undefined && told !== known.kontonummer)
  return another ? [breach('DSVE-133', place, known?.kontonummer ?? 'eleven digits', told), ...mistyped] : mistyped
}

/** Where they are one number in the books, neither is filled with something else to fill it; empty is DSVE-132's to tell. */
function equalNumbers(element: XmlElement, known: KnownLaan): readonly Problem[] {
  if (known.laanenummer !== known.kontonummer) return []
  return ['laanenummer', 'kontonummer'].flatMap((name) => {
    const told = textOf(element, name)?.trim() ?? ''
    const leftOut = isDummy(told) && (told !== '' || name === 'kontonummer')
    return leftOut ? [breach('DSVE-135', within(element, name), known.laanenummer, told || 'empty')] : []
  })
}

function reference(element: XmlElement): readonly Problem[] {
  const kid = textOf(element, 'kidnummer')
  if (kid === undefined) return []
  const both = textOf(element, 'betalingsmelding')?.trim()
    ? [note('DSVE-137', within(element, 'betalingsmelding'), 'kidnummer or betalingsmelding', 'both')]
    : []
  const wrong =
    kidRules(kid).length > 0
      ? []
      : [breach('DSVE-136', within(element, 'kidnummer'), '2 to 25 digits, the last by MOD10 or MOD11', kid)]
  return [...wrong, ...both]
}

/** As much as a payment carries; more is a letter. */
const longest = 140

function message(element: XmlElement): readonly Problem[] {
  const text = textOf(element, 'betalingsmelding')?.trim() ?? ''
  const letter = text.length > longest || text.includes('\n') || /[.!?]\s+\p{Lu}/u.test(text)
  return letter
    ? [breach('DSVE-208', within(element, 'betalingsmelding'), 'a reference for the payment, no letter', text)]
    : []
}

/** A boolean that has to be what the books say; one that is missing or unreadable is the schema's to tell. */
export function flag(requirement: string, element: XmlElement, name: string, expected: boolean): readonly Problem[] {
  const told = truthOf(element, name)
  return told === undefined || told === expected
    ? []
    : [breach(requirement, within(element, name), `${expected}`, `${told}`)]
}
