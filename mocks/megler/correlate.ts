import type { Link } from '../../contracts/dsve/correspondence.ts'
import { answerTo, messagesIn, openPayload, type RequestRoot, rootOf } from './wire.ts'

/** Which of the megler's cases an answer belongs to (dsve.md 1.3). */

export interface OpenCase {
  readonly number: number
  readonly root: RequestRoot
  /** Organisation numbers: who was asked, and where answers may go. */
  readonly bank: string
  readonly answerTo: readonly string[]
  readonly referanse: string
  readonly sendersFileTransferReference: string
  readonly isAnswered: boolean
}

export interface Arrived {
  readonly bank: string
  /** Where it arrived. */
  readonly office: string
  readonly messageType: string
  readonly sendersFileTransferReference: string
  /** `mottaker.referanse` of the message; null where there is none to be read, as in a refusal. */
  readonly referanse: string | null
}

export interface Match<Case> {
  readonly case: Case
  readonly by: Link
}

/** The strongest link wins. A guess is one only where a single open case is left. */
export function correlate<Case extends OpenCase>(cases: readonly Case[], arrived: Arrived): Match<Case> | null {
  const root = rootOf(arrived.messageType)
  const ofBank = cases.filter((one) => one.bank === arrived.bank)
  const between = ofBank.filter((one) => one.answerTo.includes(arrived.office))
  const possible = between.filter((one) => root === undefined || answerTo[one.root] === root)
  // Whoever calls an answer by the wrong name, sends it to the wrong office or in somebody else's name still answers what
  // it refers to.
  for (const some of [possible, between, ofBank, cases]) {
    const ofReferanse = some.filter(({ referanse }) => referanse === arrived.referanse)
    // Asked twice under one reference: the transfer says which of them it is.
    const byReferanse = ofReferanse.findLast(isOfTransfer(arrived)) ?? ofReferanse.at(-1)
    if (byReferanse !== undefined) return { case: byReferanse, by: 'mottaker.referanse' }
    const bySender = some.findLast(isOfTransfer(arrived))
    if (bySender !== undefined) return { case: bySender, by: 'sendersFileTransferReference' }
  }
  const open = possible.filter(({ isAnswered }) => !isAnswered)
  return open.length === 1 && open[0] !== undefined ? { case: open[0], by: 'only open case' } : null
}

const isOfTransfer =
  ({ sendersFileTransferReference }: Arrived) =>
  (one: OpenCase) =>
    one.sendersFileTransferReference === sendersFileTransferReference

/** Read leniently: what the message is worth is judged elsewhere. */
export function referanseIn(payload: Uint8Array): string | null {
  const opened = openPayload(payload)
  if (!opened.ok) return null
  const [message] = messagesIn(opened.value)
  const mottaker = message?.xml.root.children.find(({ name }) => name === 'mottaker')
  return mottaker?.children.find(({ name }) => name === 'referanse')?.text ?? null
}
