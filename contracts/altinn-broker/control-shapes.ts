import { object } from '../konkursvarsel/shapes.ts'

/** The shape of acts.ts as JSON Schema, for the control protocol. */

const text = { type: 'string' }
const name = { type: 'string', minLength: 1 }
const textOrNull = { type: ['string', 'null'] }

export const act = object(
  {
    at: name,
    operation: name,
    party: textOrNull,
    vendor: textOrNull,
    client: textOrNull,
    fileTransferId: textOrNull,
    status: { type: 'integer', minimum: 0, maximum: 599 },
  },
  {
    query: text,
    shown: { type: 'array', items: name },
    // As the caller sent it: its shape was judged when it came.
    request: { type: 'object' },
    refused: object({}, { number: { type: 'integer' }, members: { type: 'array', items: text } }),
    download: object({ bytes: { type: 'integer', minimum: 0 }, whole: { type: 'boolean' } }),
  },
)
