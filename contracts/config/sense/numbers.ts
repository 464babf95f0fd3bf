import { parseAccountNumber } from '../../identity/account-number.ts'
import { parseOrganisationNumber } from '../../identity/organisation-number.ts'
import { consumerOrganisationNumber } from '../../kontrollinformasjon/profile.ts'
import { parsePartyId } from '../../kontrollinformasjon/wire.ts'
import { at, fixturesIn, listAt, type Nonsense, type Sense, type Steps, textAt } from './look.ts'

/** A mistyped digit would be taken for the bank's mistake. */

const mistyped = { wrong: 'has a wrong check digit', remedy: 'look for a mistyped digit' } as const

type IsRight = (text: string) => boolean
const isOrganisation: IsRight = (text) => !/^\d{9}$/.test(text) || parseOrganisationNumber(text).ok
const isParty: IsRight = (text) => !/^(\d{9}|\d{11})$/.test(text) || parsePartyId(text).ok
/** Eleven digits are a Norwegian account number; loans and others have numbers of their own making. */
const isAccount: IsRight = (text) => !/^\d{11}$/.test(text) || parseAccountNumber(text).ok

/** Every number of the file, with what it has to be. */
function numbersIn(config: unknown): readonly (readonly [Steps, IsRight])[] {
  const each = (steps: Steps, isRight: IsRight) =>
    listAt(config, ...steps).map((_, index) => [[...steps, index], isRight] as const)
  return [
    [['participant', 'organisationNumber'], isOrganisation],
    ...each(['participant', 'servicers'], isOrganisation),
    ...each(['konkursvarsel', 'organisationNumbers'], isOrganisation),
    ...Object.keys((at(config, 'dsve', 'loans') ?? {}) as object).map(
      (number) => [['dsve', 'loans', number, 'kontonummer'], isAccount] as const,
    ),
    ...fixturesIn(config).flatMap(([name]) => [
      [['fixtures', name, 'id'], isParty] as const,
      ...each(['fixtures', name, 'alsoKnownAs'], isParty),
      ...each(['fixtures', name, 'accounts'], isAccount),
      ...each(['fixtures', name, 'accounts'], isAccount).map(
        ([steps, isRight]) => [[...steps, 'accountIdentifier'], isRight] as const,
      ),
      ...each(['fixtures', name, 'blockedAccounts'], isAccount),
      [['fixtures', name, 'accountIdentifier'], isAccount] as const,
      [['fixtures', name, 'organisationNumber'], isOrganisation] as const,
    ]),
  ]
}

export const checkDigits: Sense = (config) =>
  numbersIn(config).flatMap(([steps, isRight]) => {
    const text = textAt(config, ...steps)
    return text === undefined || isRight(text) ? [] : [{ steps, ...mistyped }]
  })

/** One person with two rulings: one of them is wrong. */
export const oneRulingEach: Sense = (config) => {
  const first = new Map<string, { readonly name: string; readonly ruling: unknown }>()
  const found: Nonsense[] = []
  for (const [name, fixture] of fixturesIn(config)) {
    const id = textAt(fixture, 'id')
    const ruling = at(fixture, 'kjennelsesdato')
    if (id === undefined || ruling === undefined) continue
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, { name, ruling })
    else if (earlier.ruling !== ruling)
      found.push({
        steps: ['fixtures', name, 'kjennelsesdato'],
        wrong: `differs from that of ${earlier.name}, who has the same id`,
        remedy: 'write the same day at both, or another id at one of them',
      })
  }
  return found
}

export const otherConsumerIsAnother: Sense = (config) =>
  textAt(config, 'fixtures', 'C2', 'organisationNumber') === consumerOrganisationNumber
    ? [
        {
          steps: ['fixtures', 'C2', 'organisationNumber'],
          wrong: 'is Brønnøysundregistrene, who asks all the other questions',
          remedy: 'write another agency that the bank serves, or take C2 out',
        },
      ]
    : []
