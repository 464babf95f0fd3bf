import { organisationNumberOf } from '../../../../contracts/dsve/transfer/transfer.ts'
import type { Arrived } from '../letter.ts'
import { type Asked, type No, no, type Settings } from '../model.ts'
import { requestIn } from './is-ours.ts'

/** Why a request that could be read is still not answered with data. */
export function objection({ bank }: Settings, { propertyList, sender }: Arrived, asked: Asked): No | null {
  const { avsender, mottaker } = asked.message
  if (requestIn(propertyList) !== asked.root)
    return no('Meldingstypen stemmer ikke med innholdet i forespørselen. Send den på nytt.')
  if (isOfUnknownVersion(propertyList)) return no('Forespørselen er sendt i en versjon som banken ikke støtter.')
  if (mottaker.id !== bank.id) return no('Forespørselen er ikke adressert til denne banken.')
  if (organisationNumberOf(sender) !== avsender.id)
    return no('Forespørselen er sendt av en annen enn den som er oppgitt som avsender.')
  return null
}

/** The key is named nowhere; none, and an empty one, mean version 1 (DSVE-041, A-06). */
const isOfUnknownVersion = (propertyList: Arrived['propertyList']) =>
  Object.entries(propertyList).some(([key, value]) => /versi?[jo]?on/i.test(key) && !['', '1'].includes(value.trim()))
