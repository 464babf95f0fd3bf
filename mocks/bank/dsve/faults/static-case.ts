import { addDays, type IsoDate } from '../../../../contracts/calendar.ts'
import type { FileOfArchive } from '../../../../contracts/dsve/archive/write.ts'
import { companies } from '../../../../contracts/dsve/fixtures/people.ts'
import { daysFrom } from '../../../../contracts/dsve/rules/case.ts'
import type { Transfer } from '../../../../contracts/dsve/transfer/transfer.ts'
import type { Markup } from '../../../../contracts/dsve/xml/markup.ts'
import type { About } from '../parts/write.ts'

/**
 * The damages of contracts/dsve are done to one case that stands still: its day, its references, its bank. What a bank
 * says today is moved there, damaged, and moved back.
 */
const still = { day: '2026-11-27' as IsoDate, reference: 'ref-1', referanse: '12-26/0042 A', bank: companies.bank }

export interface Moved {
  markup(one: Markup): Markup
  text(one: string): string
  bytes(one: Uint8Array): Uint8Array
  file(one: FileOfArchive): FileOfArchive
  transfer(one: Transfer): Transfer
}

export const intoStillness = (about: About): Moved => movedBy(about, 'there')
export const backFromStillness = (about: About): Moved => movedBy(about, 'back')

function movedBy({ sendersFileTransferReference, asked, bank, day }: About, way: 'there' | 'back'): Moved {
  const words: readonly (readonly [string, string])[] = [
    [sendersFileTransferReference, still.reference],
    [asked?.message.avsender.referanse ?? '', still.referanse],
    [bank.id, still.bank.id],
    [bank.foretaksnavn, still.bank.foretaksnavn],
  ]
  const days = daysFrom(day, still.day) * (way === 'there' ? 1 : -1)
  const text = (one: string): string =>
    words
      .filter(([now]) => now !== '')
      .map(([now, then]) => (way === 'there' ? ([now, then] as const) : ([then, now] as const)))
      .reduce((all, [from, to]) => all.replaceAll(from, to), one)
      .replaceAll(/\b20\d\d-\d\d-\d\d\b/g, (date) => addDays(date as IsoDate, days))
  const bytes = (one: Uint8Array) => new Uint8Array(Buffer.from(text(Buffer.from(one).toString('latin1')), 'latin1'))
  const markup = ({ attributes, children, text: content, ...one }: Markup): Markup => ({
    ...one,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, text(value)])),
    children: children.map(markup),
    text: text(content),
  })
  return {
    markup,
    text,
    bytes,
    file: ({ name, content }) => ({ name, content: typeof content === 'string' ? text(content) : bytes(content) }),
    transfer: (one) => ({
      ...one,
      sender: text(one.sender),
      recipients: one.recipients.map(text),
      sendersFileTransferReference: text(one.sendersFileTransferReference),
    }),
  }
}
