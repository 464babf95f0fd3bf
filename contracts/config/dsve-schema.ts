import { flows } from '../dsve/declared.ts'
import { caseIds } from '../dsve/fixtures/cases.ts'
import { schemaVersions } from '../dsve/profile.ts'
import { object, seconds, text } from './shape.ts'

/** The shape of what a configuration says for DSVE: how the bank answers a megler. Its test data are contracts/dsve/fixtures. */

export const dsveSchema = object('How the bank answers a megler. Makes Altinn Broker, AKELDO and a megler parties', {
  flows: {
    type: 'array',
    items: { enum: flows },
    minItems: 1,
    uniqueItems: true,
    description: 'Which of the two questions it answers, as AKELDO has it (default: both)',
  },
  version: { enum: schemaVersions, description: 'Of the schema that the parties have agreed on (default 2.2.1)' },
  answerSeconds: seconds('From a published request to its answer, at most (default: nothing is agreed)'),
  farFuture: {
    enum: ['answers', 'refuses', 'waits'],
    description: 'What becomes of a settlement half a year ahead (default: nothing is declared)',
  },
  without: {
    type: 'array',
    items: { enum: caseIds },
    uniqueItems: true,
    description: 'Cases of samsvar fixtures --area dsve that its test data cannot hold. Never S1',
  },
  loans: {
    type: 'object',
    description: 'By lånenummer of samsvar fixtures --area dsve, what the loan is called in the bank',
    additionalProperties: object(
      'The numbers that it has there',
      { laanenummer: text, kontonummer: { type: 'string', pattern: '^\\d{11}$' } },
      ['laanenummer', 'kontonummer'],
    ),
  },
  webhookIssuers: {
    type: 'array',
    items: text,
    description: 'Whom the webhook of the bank has its certificate of, besides ours: PEM, or paths',
  },
})
