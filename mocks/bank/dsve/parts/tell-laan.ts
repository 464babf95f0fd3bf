import { addDays, type IsoDate } from '../../../../contracts/calendar.ts'
import { innfrielse } from '../../../../contracts/dsve/fixtures/known.ts'
import { daysFrom } from '../../../../contracts/dsve/rules/case.ts'
import type { LaanInnfrielsessaldo, LaanRestgjeld } from '../../../../contracts/dsve/wire/messages.ts'
import type { BookedLaan } from '../../world/dsve/books.ts'

/** Numbers of those who are said to own and sell what a loan is secured in. */
export type Owners = ReadonlySet<string>

/** How a loan is paid, and who borrowed. */
export const tellCommon = (laan: BookedLaan, owners: Owners) => ({
  ...tellBorrowers(laan, owners),
  transporterklaering: laan.transporterklaering,
  laanenummer: laan.laanenummer,
  kontonummer: laan.kontonummer,
  ...(laan.kidnummer === undefined ? {} : { kidnummer: laan.kidnummer }),
})

/** Names of those who sell, and of nobody else that there is somebody (DSVE-139 to -143). */
export function tellBorrowers({ laantakere }: BookedLaan, owners: Owners) {
  const selling = laantakere.filter(({ id }) => id !== undefined && owners.has(id))
  return {
    laantakerIkkeHjemmelshaver: selling.length < laantakere.length,
    laantakereHjemmelshaver: selling.map(({ navn }) => navn),
  }
}

/** The debt without kurs; of a rammelån the frame, or what is used of it when the credit is locked (B1, B2). */
export const tellSaldo = (laan: BookedLaan, common: ReturnType<typeof tellCommon>): LaanRestgjeld => ({
  ...common,
  rammelaan: laan.rammelaan !== undefined,
  ...(laan.rammelaan ? { oevreGrenseRammelaan: laan.rammelaan.laast ? laan.saldo : laan.rammelaan.ramme } : {}),
  fastrente: laan.fastrente,
  realkausjon: laan.realkausjon,
  saldo: laan.saldo,
})

/** All that closing the loan costs, day by day (DSVE-176). */
export const tellInnfrielse = (
  laan: BookedLaan,
  common: ReturnType<typeof tellCommon>,
  dates: readonly IsoDate[],
  day: IsoDate,
): LaanInnfrielsessaldo => ({
  ...common,
  saldoerPerDato: dates.map((dato) => {
    const days = daysFrom(day, dato)
    return { beloep: innfrielse(laan, days), dato: addDays(day, days) }
  }),
})
