import type { Aktoer } from '../../contracts/akeldo/actor.ts'

/** An actor as it may stand in the register, which nobody tidies (dsve.md 1.4): unknown types, another letter case and order. */
export function odd(actor: Aktoer): Aktoer {
  const mixed = (types: Aktoer['sendeliste'], strange: string) => [
    { meldingstype: strange },
    ...types.toReversed().map(({ meldingstype }) => ({ meldingstype: meldingstype.toUpperCase() })),
  ]
  return {
    ...actor,
    innsender: '',
    mottaksliste: mixed(actor.mottaksliste, 'OppnaaddPrioritetOK'),
    sendeliste: mixed(actor.sendeliste, 'NyMeldingstypeFra2031'),
  }
}
