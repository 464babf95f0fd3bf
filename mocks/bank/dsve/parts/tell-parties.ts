import { createHash } from 'node:crypto'
import { identityOf } from '../../../../contracts/dsve/rules/registerenhet.ts'
import type { Avsender, Mottaker } from '../../../../contracts/dsve/wire/parties.ts'
import type { Asked, Client, Settings } from '../model.ts'

/** The bank, whom to call there, and its reference of the case (DSVE-107, -110, -112). */
export const tellAvsender = ({ bank, kontaktperson }: Settings, referanse: string): Avsender => ({
  id: bank.id,
  foretaksnavn: bank.foretaksnavn,
  kontaktperson,
  referanse,
})

/** Who gets it, with the reference of who asked, letter for letter (DSVE-108, -109, A-23). */
export const tellMottaker = (_client: Client, { message: { avsender } }: Asked): Mottaker => {
  const { id, foretaksnavn } = avsender.returnertil ?? avsender
  return { id, foretaksnavn, referanse: avsender.referanse }
}

/** The same in both flows, for the same properties and the same who asks (DSVE-111). */
export function caseReference({ message }: Asked): string {
  const properties = message.registerenheterMedHjemmelshavere.map(({ registerenhet }) => identityOf(registerenhet))
  const mark = createHash('sha256').update(JSON.stringify([message.avsender.id, ...properties.toSorted()]))
  return `SAK-${mark.digest('hex').slice(0, 12).toUpperCase()}`
}
