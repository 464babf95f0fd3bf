import { type KfrRecipe, kfrFixtures, kfrRecipes } from '../kfr-rapportering/customers.ts'
import { digits9, identifier, object, seconds, text } from './shape.ts'

/** The shapes of what a configuration says for Kundeforholdsregisteret: its fixtures, and what it declares. */

/** Referred to by the fixtures: a copy for each would make a long schema. */
export const kfrDefinitions = {
  kfrParty: object(
    'Somebody who is reported, or may be',
    {
      id: identifier,
      accounts: { type: 'array', items: text, description: 'Numbers of the accounts that it owns at the start' },
    },
    ['id'],
  ),
} as const

export const kfrFixtureShapes = Object.fromEntries(
  kfrFixtures.map((fixture) => {
    const { why }: Pick<KfrRecipe, 'why'> = kfrRecipes[fixture]
    return [fixture, { $ref: '#/$defs/kfrParty', description: why.en }]
  }),
)

export const kfrSchema = object('How the bank reports to the register. Makes the register one of the parties', {
  reportSeconds: seconds('From an event at the bank to its report, at most (default 86400: a day)'),
  instructionSeconds: seconds('For people to do what they are told, where there is no hook for it (default 600)'),
  silenceSeconds: seconds('After which silence of the register is taken for a failure, at most (default 60)'),
  retrySeconds: seconds(
    'From a failure of the register to the next attempt that can come through, at most (default 600)',
  ),
  suppliers: {
    type: 'array',
    items: digits9,
    description: 'Who may ask Maskinporten for the bank, by delegation (default: nobody)',
  },
  usesCollectionAccounts: { type: 'boolean', description: 'Accounts in other banks that receive for its customers' },
})
