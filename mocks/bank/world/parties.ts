import type { IsoDate } from '../../../contracts/calendar.ts'
import { addDays } from './days.ts'
import type { Notice, Party } from './model.ts'
import type { Source } from './source.ts'

/** Debtors that stand in the published konkursvarsel test set, open and with nothing after (catalogue 6.3). */
const published = { P1: '910336819', P2: '08086001471', P5: '910491482', A4: '21097400153' } as const

/** How many days before the day-anchor each ruling was given: each debtor another, so that none passes for another. */
const daysSinceRuling = { P1: 21, P2: 34, P3: 47, P5: 27, A4: 58 } as const

/**
 * Who there is. P3 and P4 are synthetic. The Q are other holders of accounts, without a konkursvarsel:
 * Q1 lets P1 dispose of its account, Q2 owns one together with P1, and Q3 with P2 and with P3.
 */
const cast = {
  P1: { kind: 'organisation', id: () => published.P1 },
  P2: { kind: 'person', id: () => published.P2 },
  P3: { kind: 'person', id: (source) => source.dNumber() },
  P4: { kind: 'person', id: (source) => source.fødselsnummer() },
  P5: { kind: 'organisation', id: () => published.P5 },
  A4: { kind: 'person', id: () => published.A4 },
  Q1: { kind: 'organisation', id: (source) => source.organisationNumber() },
  Q2: { kind: 'organisation', id: (source) => source.organisationNumber() },
  Q3: { kind: 'person', id: (source) => source.fødselsnummer() },
} as const satisfies Record<string, { kind: Party['kind']; id: (source: Source) => string }>

export type Label = keyof typeof cast

export function makeParties(source: Source): readonly Party[] {
  const labels = Object.keys(cast) as Label[]
  return labels.map((label) => {
    const { kind, id } = cast[label]
    return { label, kind, id: id(source), name: nameOf(kind, source) }
  })
}

/** Throws when a fault or a test asks for somebody who is not there. */
export function partyNamed(parties: readonly Party[], label: Label): Party {
  const found = parties.find((party) => party.label === label)
  if (found === undefined)
    throw new Error(`The world has no party ${label}; it has ${parties.map((party) => party.label).join(', ')}`)
  return found
}

/** Needs the parties, because P3 is drawn. */
export function noticesOf(parties: readonly Party[], day: IsoDate): readonly Notice[] {
  return Object.entries(daysSinceRuling).map(([label, days]) => ({
    debtor: partyNamed(parties, label as Label).id,
    kjennelsesdato: addDays(day, -days),
  }))
}

const nameOf = (kind: Party['kind'], { faker }: Source) =>
  kind === 'person' ? faker.person.fullName() : faker.company.name()
