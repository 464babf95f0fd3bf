import { parseNationalIdentityNumber } from '../../identity/national-identity-number.ts'
import {
  type KonkursFixture,
  type KonkursRecipe,
  konkursFixtures,
  konkursRecipes,
} from '../../konkursvarsel/debtors.ts'
import { at, fixturesIn, listAt, type Nonsense, type Sense, type Steps, textAt } from './look.ts'

/** Debtors of Konkursvarsel who could not play their part. */

const recipes: Readonly<Record<KonkursFixture, KonkursRecipe>> = konkursRecipes

const named = (config: unknown): readonly KonkursFixture[] =>
  konkursFixtures.filter((name) => typeof at(config, 'fixtures', name) === 'object')

/** What is seen of one scenario would be taken for that of another; and P and A have been bankrupt before. */
export const ownDebtors: Sense = (config) => {
  const taken = new Map<string, string>()
  const others = fixturesIn(config).filter(([name]) => !name.startsWith('K'))
  for (const [name, fixture] of others)
    for (const id of [textAt(fixture, 'id'), ...listAt(fixture, 'alsoKnownAs')])
      if (typeof id === 'string') taken.set(id, name)
  return named(config).flatMap((name) => {
    const id = textAt(config, 'fixtures', name, 'id')
    if (id === undefined) return []
    const earlier = taken.get(id)
    taken.set(id, earlier ?? name)
    const remedy = 'make another party for one of them'
    return earlier === undefined
      ? []
      : [{ steps: ['fixtures', name, 'id'], wrong: `is that of ${earlier}, too`, remedy }]
  })
}

export const ownKonkursAccounts: Sense = (config) => {
  const taken = new Map<string, KonkursFixture>()
  return named(config).flatMap((name) =>
    listAt(config, 'fixtures', name, 'accounts').flatMap((account, index): readonly Nonsense[] => {
      const number = textAt(account, 'accountIdentifier')
      if (number === undefined) return []
      const earlier = taken.get(number)
      taken.set(number, earlier ?? name)
      const steps = ['fixtures', name, 'accounts', index, 'accountIdentifier']
      const wrong = `stands at ${earlier}, too`
      return earlier === undefined ? [] : [{ steps, wrong, remedy: 'name it once, at its owner' }]
    }),
  )
}

const kinds: Readonly<Record<KonkursRecipe['kind'], { is(id: string): boolean; readonly remedy: string }>> = {
  organisation: { is: (id) => id.length === 9, remedy: 'write an organisation number, 9 digits' },
  person: { is: (id) => id.length === 11, remedy: 'write a fødselsnummer, 11 digits' },
  personWithLeadingZero: {
    is: (id) => id.length === 11 && id.startsWith('0'),
    remedy: 'write a fødselsnummer that begins with 0, in quotes',
  },
  holderOfDNumber: {
    is(id) {
      const read = parseNationalIdentityNumber(id)
      // What has a wrong check digit is told elsewhere.
      return id.length === 11 && (!read.ok || read.value.kind === 'dnr')
    },
    remedy: 'write a D-number: the day of birth with 40 added',
  },
}

/** The number is of the kind that the scenario is about, and an account is blocked before where one has to be. */
export const asDescribed: Sense = (config) =>
  named(config).flatMap((name) => {
    const { kind, accounts } = recipes[name]
    const steps = (key: string): Steps => ['fixtures', name, key]
    const id = textAt(config, 'fixtures', name, 'id')
    const { is, remedy } = kinds[kind]
    const found: Nonsense[] = []
    if (id !== undefined && /^(\d{9}|\d{11})$/.test(id) && !is(id))
      found.push({ steps: steps('id'), wrong: 'is a number of another kind', remedy })
    const given = listAt(config, 'fixtures', name, 'accounts')
    const needsBlocked = accounts.some((account) => typeof account === 'object')
    if (needsBlocked && given.length > 0 && !given.some((account) => at(account, 'blocked') === true))
      found.push({
        steps: steps('accounts'),
        wrong: 'has no account that is blocked before',
        remedy: 'block one in the bank, and write blocked: true there',
      })
    return found
  })

/** Two of one name, so that it shows whether names decide anything. */
export const bothNamesakes: Sense = (config) => {
  const names = named(config)
  return names.flatMap((name) => {
    const { relation } = recipes[name]
    if (relation?.is !== 'namesake' || !names.some((one) => one === relation.to)) return []
    const [own, other] = [name, relation.to].map((one) => textAt(config, 'fixtures', one, 'name'))
    const isRight = own !== undefined && own === other
    const remedy = `write the name of the customer as "name" at ${name} and at ${relation.to}`
    return isRight ? [] : [{ steps: ['fixtures', name], wrong: `has not the name of ${relation.to}`, remedy }]
  })
}

export const someDisponent: Sense = (config) => {
  const names = named(config)
  return names.flatMap((name) => {
    const { relation } = recipes[name]
    const owner = names.find((one) => one === relation?.to)
    if (relation?.is !== 'disponent' || owner === undefined) return []
    const isThere = listAt(config, 'fixtures', owner, 'accounts').some((one) => textAt(one, 'disponent') === name)
    const remedy = `write disponent: ${name} at the account of ${owner} that ${name} disposes of`
    return isThere ? [] : [{ steps: ['fixtures', owner], wrong: `has no account that ${name} disposes of`, remedy }]
  })
}
