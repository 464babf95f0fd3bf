import { organisationNumberOf } from '../../../../contracts/dsve/transfer/transfer.ts'
import type { Arrived } from '../letter.ts'
import { type Asked, type No, no, type Settings } from '../model.ts'
import { requestIn } from './is-ours.ts'

type Objects = (settings: Settings, arrived: Arrived, asked: Asked) => No | null

/** Why a request that could be read is still not answered with data, one reason after the other. */
export const objections = {
  contradiction: (_settings, { propertyList }, { root }) =>
    requestIn(propertyList) === root
      ? null
      : no('Meldingstypen stemmer ikke med innholdet i forespørselen. Send den på nytt.'),
  version: (_settings, { propertyList }) =>
    isOfUnknownVersion(propertyList) ? no('Forespørselen er sendt i en versjon som banken ikke støtter.') : null,
  addressee: ({ bank }, _arrived, { message: { mottaker } }) =>
    mottaker.id === bank.id ? null : no('Forespørselen er ikke adressert til denne banken.'),
  sender: (_settings, { sender }, { message: { avsender } }) =>
    organisationNumberOf(sender) === avsender.id
      ? null
      : no('Forespørselen er sendt av en annen enn den som er oppgitt som avsender.'),
} as const satisfies Readonly<Record<string, Objects>>

export const objecting =
  (chosen: Readonly<Record<string, Objects>>): Objects =>
  (...given) => {
    for (const object of Object.values(chosen)) {
      const refused = object(...given)
      if (refused !== null) return refused
    }
    return null
  }

export const objection = objecting(objections)

/** The key is named nowhere; none, and an empty one, mean version 1 (DSVE-041, A-06). */
const isOfUnknownVersion = (propertyList: Arrived['propertyList']) =>
  Object.entries(propertyList).some(([key, value]) => /versi?[jo]?on/i.test(key) && !['', '1'].includes(value.trim()))
