import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import type { Party } from './model.ts'
import type { Source } from './source.ts'

/** Debtors of the published konkursvarsel test set (catalogue 6.3): the first four with nothing after, the others with. */
const published = {
  P1: '910336819',
  P2: '08086001471',
  P5: '910491482',
  A4: '21097400153',
  P10: '08086002265',
  P11: '910018469',
  P12: '910375237',
} as const

interface Part {
  readonly kind: Party['kind']
  readonly id: (source: Source) => string
  readonly shielding?: Party['shielding']
}

const organisation: Part = { kind: 'organisation', id: (source) => source.organisationNumber() }
const person: Part = { kind: 'person', id: (source) => source.fødselsnummer() }
const known = (kind: Party['kind'], label: keyof typeof published): Part => ({ kind, id: () => published[label] })

/**
 * Who there is. The Q are others: Q1 lets P1 dispose of its account, Q2 owns one together with P1, Q3 with P2 and with P3,
 * Q4 lets P6 dispose of one account and owns another with P6, P7 stands guarantor for the loan of Q5 and P8 has borrowed
 * with Q5, Q6 took over the account of A10, and Q7 is bankrupt and shielded like P9, by the lower grade.
 */
const cast = {
  P1: known('organisation', 'P1'),
  P2: known('person', 'P2'),
  P3: { kind: 'person', id: (source) => source.dNumber() },
  P4: person,
  P5: known('organisation', 'P5'),
  A4: known('person', 'A4'),
  Q1: organisation,
  Q2: organisation,
  Q3: person,
  P6: person,
  P7: person,
  P8: person,
  P9: { ...person, shielding: 'strengtFortrolig' },
  P10: known('person', 'P10'),
  P11: known('organisation', 'P11'),
  P12: known('organisation', 'P12'),
  P13: organisation,
  A1: person,
  A2: person,
  A3: person,
  A5: person,
  A6: person,
  A7: organisation,
  A8: organisation,
  A9: person,
  A10: organisation,
  A11: person,
  A12: organisation,
  A13: person,
  C2: person,
  Q4: person,
  Q5: person,
  Q6: organisation,
  Q7: { ...person, shielding: 'fortrolig' },
} as const satisfies Record<string, Part>

/** Those of Konkursvarsel are in `konkurs/parties.ts`, those who are reported in `kfr/parties.ts`; the V are the debtors of the published notices with these numbers. */
export type Label = keyof typeof cast | KonkursFixture | KfrFixture | 'V5' | 'V7' | 'V8'

export function makeParties(source: Source): readonly Party[] {
  return Object.entries<Part>(cast).map(([label, { kind, id, shielding = null }]) => ({
    label,
    kind,
    id: id(source),
    name: nameOf(kind, source),
    shielding,
  }))
}

/** Throws when a fault or a test asks for somebody who is not there. */
export function partyNamed(parties: readonly Party[], label: Label): Party {
  const found = parties.find((party) => party.label === label)
  if (found === undefined)
    throw new Error(`The world has no party ${label}; it has ${parties.map((party) => party.label).join(', ')}`)
  return found
}

export const nameOf = (kind: Party['kind'], { faker }: Source) =>
  kind === 'person' ? faker.person.fullName() : faker.company.name()
