import { operations } from '../../contracts/kontrollinformasjon/operations.ts'
import { accounts } from '../../contracts/kontrollinformasjon/schemas/accounts.ts'

/**
 * The account list as an OpenAPI document: what it takes, what it gives, and one example, which is the answer of the
 * reference bank. A mock that is made of it says the same to the same question.
 */
export const openApiOf = (example: unknown): object => ({
  openapi: '3.1.0',
  info: { title: 'Kontoinformasjon', version: '2' },
  components: { securitySchemes: { maskinporten: { type: 'http', scheme: 'bearer' } } },
  security: [{ maskinporten: [] }],
  paths: {
    [operations.accounts.path]: {
      get: {
        parameters: [
          required('header', 'AccountInfoRequestID', { type: 'string', format: 'uuid' }),
          required('header', 'CorrelationID', { type: 'string', format: 'uuid' }),
          required('header', 'Legal-Mandate', { type: 'string' }),
          required('header', 'PartyID', { type: 'string' }),
          required('query', 'OnlyPrimaryOwner', { type: 'boolean' }),
          required('query', 'fromDate', { type: 'string', format: 'date' }),
          required('query', 'toDate', { type: 'string', format: 'date' }),
        ],
        responses: {
          200: { description: 'The accounts', content: { 'application/json': { schema: accounts, example } } },
        },
      },
    },
  },
})

const required = (place: 'header' | 'query', name: string, schema: object) => ({
  name,
  in: place,
  required: true,
  schema,
})
