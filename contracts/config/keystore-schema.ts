import { partyKeysSchema } from './party-keys.ts'
import { text } from './shape.ts'

/** The shape of the keystore: it holds secrets, so no problem of it ever repeats a value. */
export const keystoreSchema = {
  $id: 'samsvar.keystore/1',
  type: 'object',
  properties: {
    schema: { const: 'samsvar.keystore/1' },
    controlToken: text,
    consumerKeys: { type: 'array', items: { type: 'string', pattern: '-----BEGIN PRIVATE KEY-----' } },
    parties: partyKeysSchema,
    identifiers: {
      type: 'array',
      items: {
        type: 'object',
        properties: { value: text, name: text },
        required: ['value', 'name'],
        additionalProperties: false,
      },
    },
  },
  required: ['schema', 'controlToken', 'consumerKeys'],
  additionalProperties: false,
} as const
