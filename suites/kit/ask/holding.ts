import type { Body, Content } from '../../../contracts/report/evidence.ts'
import { jsonOf } from '../judge/read.ts'
import {
  costOfValue,
  largeAnswersOfRun,
  largestAnswer,
  largestRead,
  longestKept,
  longestUnread,
  mostCounted,
  smallAnswer,
} from './limits.ts'

/** What a run holds of the answers until all have judged: small ones always, large ones as long as there is room. */
interface Holding {
  /** What of the next body is worth its while. */
  room(): Room
  /** Reads a body, and keeps of its text what evidence needs. One that came cut is not read. */
  hold(body: Body, read: (text: string) => Promise<Content>): Promise<Held>
}

/** In bytes. */
export interface Room {
  /** A larger body is not held: its beginning is kept. */
  readonly holdUpTo: number
  /** Beyond this it is not even counted. */
  readonly readUpTo: number
}

interface Held {
  readonly body: Body
  readonly content: Content
}

export function createHolding(): Holding {
  let left = largeAnswersOfRun
  let countable = mostCounted
  return {
    room: () => {
      const holdUpTo = countable < 0 ? smallAnswer : Math.max(smallAnswer, Math.min(largestRead, left))
      return { holdUpTo, readUpTo: countable < 0 ? holdUpTo : largestAnswer }
    },
    hold: async (body, read) => {
      if (body.cut === true) {
        countable -= body.bytes
        const unread = body.bytes > largestRead ? 'too-large' : 'enough'
        return { body: { ...body, ...shortened(body.text, longestUnread) }, content: { form: 'text', unread } }
      }
      const content = await read(body.text)
      const cost = costOf(body, content)
      if (cost <= smallAnswer) return { body, content }
      // What was read has cost its time and its memory, whether it is kept or not.
      left -= cost
      const kept = shortened(body.text, isRead(content) ? longestKept : longestUnread)
      return { body: { ...body, ...kept }, content: left < 0 ? letGo(content) : shortenedIn(content) }
    },
  }
}

/**
 * In bytes, roughly. What was sealed is held beside what it was sealed in. What was inflated and not opened may have come
 * to as much as is ever read: nobody knows, and a bomb is none that costs no more than its text.
 */
function costOf({ bytes }: Body, content: Content): number {
  if (content.form === 'jwe' && 'error' in content.opened && 'zip' in content.header) return largestRead
  const inner = content.form === 'jwe' && 'text' in content.opened ? content.opened.text.length : 0
  return bytes + inner + costOfValue * countValues(jsonOf(content))
}

const isRead = (content: Content) => content.form !== 'text' && !(content.form === 'jwe' && 'error' in content.opened)

/** Without recursion, and of a list no copy. */
function countValues(root: unknown): number {
  const open: unknown[] = [root]
  let count = 0
  while (open.length > 0) {
    const value = open.pop()
    count += 1
    if (value !== null && typeof value === 'object') for (const member of Object.values(value)) open.push(member)
  }
  return count
}

function shortened(text: string, most: number): { readonly text: string; readonly cut?: true } {
  // A slice would hold the whole text in memory.
  return text.length <= most ? { text } : { text: Buffer.from(text.slice(0, most)).toString(), cut: true }
}

function shortenedIn(content: Content): Content {
  if (content.form !== 'jwe' || 'error' in content.opened) return content
  return { ...content, opened: { ...content.opened, ...shortened(content.opened.text, longestKept) } }
}

/** What stands in the header stays; there is no room for the rest. */
function letGo(content: Content): Content {
  if (content.form === 'json') return { form: 'text', unread: 'enough' }
  if (content.form !== 'jwe' || 'error' in content.opened) return content
  return { ...content, opened: { text: '', value: undefined, cut: true, unread: 'enough' } }
}
