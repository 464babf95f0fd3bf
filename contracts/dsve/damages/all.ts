import { archiveDamages } from './archive.ts'
import { borrowerDamages } from './borrowers.ts'
import type { Damage } from './damage.ts'
import { innfrielseDamages } from './innfrielse.ts'
import { loanDamages } from './loans.ts'
import { metadataDamages } from './metadata.ts'
import { partyDamages } from './parties.ts'
import { propertyDamages } from './properties.ts'
import { restgjeldDamages } from './restgjeld.ts'
import { routingDamages } from './routing.ts'
import { situationDamages } from './situations.ts'
import { valueDamages } from './values.ts'
import { xmlDamages } from './xml.ts'

/** Every way in which a reply is made wrong, and the freedoms beside them. */
export const damages: readonly Damage[] = [
  ...metadataDamages,
  ...archiveDamages,
  ...routingDamages,
  ...xmlDamages,
  ...valueDamages,
  ...partyDamages,
  ...propertyDamages,
  ...situationDamages,
  ...loanDamages,
  ...borrowerDamages,
  ...restgjeldDamages,
  ...innfrielseDamages,
]
