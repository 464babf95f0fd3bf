import { identityOf } from '../../../../contracts/dsve/rules/registerenhet.ts'
import type { RegisterenhetMedDokumentreferanse } from '../../../../contracts/dsve/wire/registerenheter.ts'
import type { Asked, Found } from '../model.ts'
import { thatGoes } from './find.ts'

/** As they were named in the request, each with the documents of the pant that goes (DSVE-120 to -126). */
export const tellEiendommer = (
  { eiendommer }: Found,
  { message }: Pick<Asked, 'message'>,
): readonly RegisterenhetMedDokumentreferanse[] =>
  eiendommer.map((eiendom) => {
    const named = message.registerenheterMedHjemmelshavere.find(
      ({ registerenhet }) => identityOf(registerenhet) === identityOf(eiendom.registerenhet),
    )
    return {
      registerenhet: named?.registerenhet ?? eiendom.registerenhet,
      pantedokumentreferanser: thatGoes(eiendom).flatMap(({ referanse }) => (referanse === null ? [] : [referanse])),
    }
  })

/** The pant is locked when everything that it secures is (A-12, DSVE-159). */
export const tellLock = ({ laan }: Found): boolean => laan.every(({ sperret }) => sperret)
