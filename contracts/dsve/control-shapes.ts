import { object } from '../konkursvarsel/shapes.ts'
import { askers, letterKinds, links } from './correspondence.ts'
import { messages } from './messages.ts'

/** The shapes of correspondence.ts as JSON Schemas, for the control protocol. */

const text = { type: 'string' }
const name = { type: 'string', minLength: 1 }
const number = { type: 'integer', minimum: 1 }
const oneOf = (values: readonly string[]) => ({ type: 'string', enum: values })
const orNull = (schema: { readonly type: string; readonly enum?: readonly string[] }) => ({
  ...schema,
  type: [schema.type, 'null'],
  ...(schema.enum === undefined ? {} : { enum: [...schema.enum, null] }),
})

const requests = Object.entries(messages).flatMap(([root, { kind }]) => (kind === 'request' ? [root] : []))

export const inquiry = object(
  { message: oneOf(requests), fixture: name },
  { variant: name, by: oneOf(askers), referanse: text, mottakersReferanse: text },
)

export const sent = object({ number, referanse: name, fileTransferId: name })

const reply = object(
  {
    matchedBy: orNull(oneOf(links)),
    sender: name,
    recipients: { type: 'array', items: name },
    sendersFileTransferReference: text,
    fileName: text,
    propertyList: { type: 'object', additionalProperties: text },
    payload: text,
  },
  { untaken: number },
)

export const letter = object(
  { at: name, what: oneOf(letterKinds), number: orNull(number), fixture: orNull(text), fileTransferId: name },
  { reply },
)
