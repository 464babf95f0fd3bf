import { type IsoDate, parseIsoDate } from '../../calendar.ts'
import type { KfrCode } from '../errors.ts'
import { type CustomerNumber, parseCustomerNumber } from '../wire/values.ts'

/**
 * The list of customers in a batch (catalogue, section 3): elements with commas between them, no header line; an element is
 * a customer number, and after `#` the day on which the relationship began. White space around an element is passed over:
 * the published example has some.
 */

export interface Entry {
  readonly customer: CustomerNumber
  /** Null: the day of the batch. */
  readonly since: IsoDate | null
}

/** What is wrong with an element, as the register tells it. Holds nothing of what stood there. */
type ElementProblem = Extract<KfrCode, 'KFR-005' | 'KFR-010'>

type ReadElement = { readonly entry: Entry } | { readonly problem: ElementProblem }

export function readElement(text: string): ReadElement {
  const element = text.trim()
  const mark = element.indexOf('#')
  const customer = parseCustomerNumber(mark === -1 ? element : element.slice(0, mark))
  if (!customer.ok) return { problem: 'KFR-005' }
  if (mark === -1) return { entry: { customer: customer.value, since: null } }
  const since = parseIsoDate(element.slice(mark + 1))
  return since.ok ? { entry: { customer: customer.value, since: since.value } } : { problem: 'KFR-010' }
}

export const writeElement = ({ customer, since }: { readonly customer: string; readonly since?: string | null }) =>
  since ? `${customer}#${since}` : customer

export const writeList = (entries: readonly { readonly customer: string; readonly since?: string | null }[]) =>
  entries.map(writeElement).join(',')

/** Longer than any element with white space around it: what goes on is no list. */
const longestElement = 1000

export interface WrongElement {
  readonly problem: ElementProblem
  /** Its number, from 1. */
  readonly element: number
  /** It is written as a day, and there is no such day. */
  readonly isNoDay?: true
}

interface ListReader {
  /** The next piece, cut anywhere. */
  push(piece: string): void
  /** What was wrong first; null for a list in order. An empty list is none. */
  end(): WrongElement | null
}

const writtenAsDay = /#\d{4}-\d{2}-\d{2}\s*$/

/** Reads a list of any length piece by piece. Tells entries until something is wrong. */
export function createListReader(tell: (entry: Entry) => void): ListReader {
  let rest = ''
  let count = 0
  let wrong: WrongElement | null = null
  const take = (text: string) => {
    count += 1
    const read = readElement(text)
    if ('entry' in read) tell(read.entry)
    else {
      const isNoDay = read.problem === 'KFR-010' && writtenAsDay.test(text)
      wrong = { problem: read.problem, element: count, ...(isNoDay ? { isNoDay } : {}) }
    }
  }
  return {
    push(piece) {
      if (wrong !== null) return
      const elements = (rest + piece).split(',')
      rest = elements.pop() ?? ''
      for (const element of elements) {
        if (wrong === null) take(element)
      }
      if (rest.length > longestElement && wrong === null) wrong = { problem: 'KFR-005', element: count + 1 }
    },
    end() {
      if (wrong === null) take(rest)
      return wrong
    },
  }
}
