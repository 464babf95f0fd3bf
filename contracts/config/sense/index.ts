import { onePortEach, reachableHost, readableAddresses, twoInstances } from './addresses.ts'
import { agreedRequirements } from './agreement.ts'
import { allowedToAsk, aroundThePeriod, bankruptOrNot, happened, inOrder, longAgo, owners } from './days.ts'
import { declaredOnce, knownRequirements } from './deviations.ts'
import { heldCase, knownLoans, ownLoans } from './dsve.ts'
import { asDescribed, bothNamesakes, ownDebtors, ownKonkursAccounts, someDisponent } from './konkurs.ts'
import type { Sense } from './look.ts'
import { checkDigits, oneRulingEach, otherConsumerIsAnother } from './numbers.ts'
import { clientsOfMaskinporten, registerAlone, threeClients } from './register.ts'

/** What a schema cannot say of a configuration. */
export const senses: readonly Sense[] = [
  readableAddresses,
  twoInstances,
  onePortEach,
  reachableHost,
  checkDigits,
  oneRulingEach,
  otherConsumerIsAnother,
  owners,
  happened,
  bankruptOrNot,
  longAgo,
  aroundThePeriod,
  inOrder,
  allowedToAsk,
  ownDebtors,
  ownKonkursAccounts,
  asDescribed,
  bothNamesakes,
  someDisponent,
  knownRequirements,
  declaredOnce,
  agreedRequirements,
  threeClients,
  clientsOfMaskinporten,
  registerAlone,
  heldCase,
  knownLoans,
  ownLoans,
]
