import type { KnownLaan } from '../fixtures/known.ts'
import type { XmlElement } from '../xml/markup.ts'
import type { Case } from './case.ts'
import { amountOf, childOf, textOf, truthOf } from './elements.ts'
import { flag, type ToldLaan } from './loans.ts'
import { breach, note, type Problem, tolerated, within } from './problem.ts'

/** What a restgjeldssvar alone tells: DSVE-150 to -159, -161, rules B1, B2, B4, B13; readings/how-near-a-saldo-is.md. */

export const restgjeldRules = (root: XmlElement, told: readonly ToldLaan[], asked: Case): readonly Problem[] => [
  ...told.flatMap(({ element, known }) => [...limitRules(element), ...(known ? ofLoan(element, known, asked) : [])]),
  ...lock(root, told, asked),
]

function ofLoan(element: XmlElement, known: KnownLaan, asked: Case): readonly Problem[] {
  return [
    ...saldo(element, known, asked),
    ...flag('DSVE-151', element, 'fastrente', known.fastrente),
    ...flag('DSVE-153', element, 'realkausjon', known.realkausjon),
    ...frame(element, known),
  ]
}

/** A month of interest either way: nobody asks for it exactly here. */
export const saldoTolerance = ({ paaloept, dagsrente }: KnownLaan): number => paaloept + 31 * dagsrente + 0.005

const near = (one: number, other: number, tolerance: number) => Math.abs(one - other) <= tolerance

function saldo(element: XmlElement, known: KnownLaan, { known: { expects } }: Case): readonly Problem[] {
  const told = amountOf(textOf(element, 'saldo'))
  const tolerance = saldoTolerance(known)
  if (near(told, known.saldo, tolerance)) return []
  const place = within(element, 'saldo')
  const actual = textOf(element, 'saldo') ?? 'absent'
  const kurs = known.kurs !== undefined && near(told, known.saldo + known.kurs, tolerance)
  return [
    breach('DSVE-150', place, `${known.saldo.toFixed(2)}, within ${Math.round(tolerance)}`, actual),
    ...(kurs
      ? [breach('DSVE-152', place, `${known.saldo}, without the ${known.kurs} of over- or underkurs`, actual)]
      : []),
    ...(expects.forhoeyet
      ? [breach('DSVE-161', place, `${known.saldo}, as it is since the pant was topped up`, actual)]
      : []),
  ]
}

/** What flag, limit and saldo say of one another, whatever the books say. */
function limitRules(element: XmlElement): readonly Problem[] {
  const limit = childOf(element, 'oevreGrenseRammelaan')
  const rammelaan = truthOf(element, 'rammelaan')
  if (limit === undefined)
    return rammelaan
      ? [breach('DSVE-154', within(element, 'oevreGrenseRammelaan'), 'the limit of the rammelån', 'absent')]
      : []
  if (rammelaan === false) return [breach('DSVE-155', limit, 'no limit, for it is no rammelån', limit.text)]
  const [most, used] = [amountOf(limit.text), amountOf(textOf(element, 'saldo'))]
  return most < used ? [breach('DSVE-158', limit, `${used} or more`, limit.text)] : []
}

/** The worked example of B1: open, the real frame; locked, what is used of it. */
function frame(element: XmlElement, known: KnownLaan): readonly Problem[] {
  const limit = textOf(element, 'oevreGrenseRammelaan')
  if (known.rammelaan === undefined)
    return truthOf(element, 'rammelaan') === true && limit !== undefined
      ? [breach('DSVE-155', within(element, 'oevreGrenseRammelaan'), 'no limit: the loan is no rammelån', limit)]
      : []
  const { ramme, laast } = known.rammelaan
  const row = laast ? 'DSVE-157' : 'DSVE-156'
  if (truthOf(element, 'rammelaan') === false) return [breach(row, within(element, 'rammelaan'), 'true', 'false')]
  if (limit === undefined) return []
  const expected = laast ? known.saldo : ramme
  return near(amountOf(limit), expected, laast ? saldoTolerance(known) : 0.005)
    ? []
    : [breach(row, within(element, 'oevreGrenseRammelaan'), `${expected}`, limit)]
}

/** True is what is usual; false is lawful and somebody should look at it (A-12, B13). */
function lock(root: XmlElement, told: readonly ToldLaan[], { known: { expects } }: Case): readonly Problem[] {
  const place = within(root, 'sperretForVidereOpplaan')
  const says = truthOf(root, 'sperretForVidereOpplaan')
  const commitment = expects.sperret ?? true
  if (says === undefined) return []
  if (says) return commitment ? [] : [breach('DSVE-159', place, 'false, for the bank has not locked it', 'true')]
  if (!commitment) return [note('DSVE-159', place, 'false, for the bank has not locked it', 'false')]
  const locked = told.some(({ known }) => known?.rammelaan?.laast)
  const open = told.some(({ known }) => known?.rammelaan && !known.rammelaan.laast)
  return [
    tolerated('DSVE-159', place, 'true, as a rule; look at it', 'false'),
    ...(locked ? [breach('DSVE-157', place, 'true, for the credit is locked', 'false')] : []),
    ...(open ? [tolerated('DSVE-156', place, 'true, for the frame is not raised', 'false')] : []),
  ]
}
