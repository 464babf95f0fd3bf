import { type Found, type No, no } from '../model.ts'

/** Why there are no amounts to tell, although the bank knows the properties and who owns them (dsve.md 5). */
export function situation({ eiendommer, laan }: Found): No | null {
  if (eiendommer.flatMap(({ pant }) => pant).every(({ overfoert }) => overfoert))
    return no('Pantet er overført til en annen kreditor. Henvend deg til den som har pantet nå.', 'LaanSolgt')
  if (laan.length === 0)
    return no('Lånet er nedbetalt. Pantet er ennå ikke slettet; banken sletter det.', 'LaanNedbetalt')
  if (laan.some(({ valuta }) => valuta !== 'NOK'))
    return no('Lånet er i utenlandsk valuta. Banken svarer på e-post.', 'SvarerMedEpost')
  return null
}
