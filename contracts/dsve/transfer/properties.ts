import { messages, type ReplyRoot, type RequestRoot } from '../messages.ts'
import type { Status } from '../statuses.ts'

/** What the broker carries beside the file: Altinn 3 `propertyList`. Source: dsve.md 2.1; readings/where-status-lives.md. */
export type PropertyList = Readonly<Record<string, string>>

export const keys = { messageType: 'messageType', status: 'status', statusDescription: 'statusDescription' } as const

/** What the broker takes (DSVE-066). */
export const propertyLimits = { entries: 10, keyLength: 50, valueLength: 3000 } as const

export const requestProperties = (root: RequestRoot): PropertyList => ({ messageType: messages[root].messageType })

/** A refusal needs a text in Norwegian that explains it; an acknowledgement may have one. */
export const replyProperties = (root: ReplyRoot, status: Status, statusDescription?: string): PropertyList => ({
  messageType: messages[root].messageType,
  status,
  ...(statusDescription === undefined ? {} : { statusDescription }),
})
