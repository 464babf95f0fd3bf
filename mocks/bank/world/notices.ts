import type { IsoDate } from '../../../contracts/calendar.ts'
import type { NoticeType } from '../../../contracts/kontrollinformasjon/fixture-sheet.ts'
import { addDays } from './days.ts'
import type { Notice, Party } from './model.ts'
import { type Label, partyNamed } from './parties.ts'

/**
 * How many days before the day-anchor each ruling was given: each debtor another, so that none passes for another.
 * All but P13's lie 20 to 60 days back.
 */
const daysSinceRuling = {
  P1: 21,
  P2: 34,
  P3: 47,
  P5: 27,
  A4: 58,
  P6: 24,
  P7: 25,
  P8: 26,
  P9: 28,
  Q7: 29,
  P10: 40,
  P11: 41,
  P12: 42,
  P13: 400,
  A1: 30,
  A2: 31,
  A3: 32,
  A5: 33,
  A6: 35,
  A7: 36,
  A8: 37,
  A9: 38,
  A10: 39,
  A11: 43,
  A12: 44,
  A13: 45,
} as const satisfies Partial<Record<Label, number>>

/** What came after the opening, as in the published set, and how many days before the day-anchor. */
const afterwards = {
  P10: { type: 'sletting', daysAgo: 12 },
  P11: { type: 'oppheving', daysAgo: 9 },
  P12: { type: 'avslutning', daysAgo: 7 },
} as const satisfies Partial<Record<keyof typeof daysSinceRuling, { type: NoticeType; daysAgo: number }>>

/** Brreg registers an opening some days after the ruling, and the period counts from the ruling (KI-KON-016). */
const daysUntilRegistered = 2

/** Needs the parties, because most of them are drawn. */
export function noticesOf(parties: readonly Party[], day: IsoDate): readonly Notice[] {
  const rulings = Object.entries(daysSinceRuling) as [keyof typeof daysSinceRuling, number][]
  return rulings.flatMap(([label, days]) => {
    const kjennelsesdato = addDays(day, -days)
    const opening = { debtor: partyNamed(parties, label).id, kjennelsesdato }
    const later = label in afterwards ? afterwards[label as keyof typeof afterwards] : null
    return [
      { ...opening, type: 'aapning' as const, registered: addDays(kjennelsesdato, daysUntilRegistered) },
      ...(later === null ? [] : [{ ...opening, type: later.type, registered: addDays(day, -later.daysAgo) }]),
    ]
  })
}
