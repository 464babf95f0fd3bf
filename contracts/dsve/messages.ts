/** The four messages: root element, `messageType` of the broker's metadata, and who answers what. Source: dsve.md 2.1, 3.1. */
export const messages = {
  restgjeldsforespoersel: { messageType: 'Restgjeldsforespoersel', kind: 'request', flow: 'restgjeld' },
  restgjeldssvar: { messageType: 'Restgjeldssvar', kind: 'reply', flow: 'restgjeld' },
  innfrielsessaldoforespoersel: { messageType: 'Innfrielsessaldoforespoersel', kind: 'request', flow: 'innfrielse' },
  innfrielsessaldosvar: { messageType: 'Innfrielsessaldosvar', kind: 'reply', flow: 'innfrielse' },
} as const satisfies Readonly<Record<string, { messageType: string; kind: 'request' | 'reply'; flow: string }>>

/** The name of a root element, which is also how its file begins. */
export type Root = keyof typeof messages
export type MessageType = (typeof messages)[Root]['messageType']
export type RequestRoot = 'restgjeldsforespoersel' | 'innfrielsessaldoforespoersel'
export type ReplyRoot = 'restgjeldssvar' | 'innfrielsessaldosvar'

export const roots = Object.keys(messages) as readonly Root[]

/** The reply that a request asks for. */
export const answerTo = {
  restgjeldsforespoersel: 'restgjeldssvar',
  innfrielsessaldoforespoersel: 'innfrielsessaldosvar',
} as const satisfies Readonly<Record<RequestRoot, ReplyRoot>>

export const isRoot = (name: string): name is Root => Object.hasOwn(messages, name)

/** The root that a `messageType` announces, whatever its letter case (dsve.md 2.1); undefined for other messages. */
export const rootOf = (messageType: string): Root | undefined =>
  roots.find((root) => messages[root].messageType.toLowerCase() === messageType.toLowerCase())
