import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import { all, given, inconclusive, isFinding, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { reports } from '../acts/reports.ts'
import { happened, isHeard } from '../grounds.ts'
import { rowsOf } from '../row.ts'
import { isAbout, isDone, timeOf } from '../sightings.ts'

/** Who is reported, and who is not, when relations begin and end. */

const row = rowsOf(import.meta, reports)
type Evidence = Awaited<ReturnType<typeof reports.play>>

const heard = (evidence: Evidence, ...names: readonly string[]): Judgement =>
  all(...names.map((name) => isHeard(evidence.events[name], evidence)))

const holds = (judgement: Judgement) =>
  judgement.length > 0 && judgement.every((outcome) => isFinding(outcome) && outcome.weight !== 'breach')

/** A report that was taken needs no second one. */
const onceOnly = ({ seen }: Evidence, customer: KfrFixture): Judgement => {
  const taken = seen.findIndex((one) => isAbout(customer, 'add')(one) && isDone(one))
  const again = seen.find((one, index) => index > taken && isAbout(customer, 'add')(one))
  if (taken < 0 || again === undefined) return []
  return again.finds(false, {
    what: 'is reported again although it was taken',
    weight: 'tolerated',
    expected: 'one report',
    at: '/at',
  })
}

/** Whether new accounts are reported at all is KFRB-014's matter, and whose they are that of KFRB-017. */
function everyKind(evidence: Evidence): Judgement {
  const kinds = { fødselsnummer: 'open F2', 'D-number': 'open F3', 'organisation number': 'open F4' }
  const each = Object.entries(kinds).map(([kind, name]) => labelled(kind, heard(evidence, name)))
  return each.some(holds) ? all(...each) : inconclusive('need-not-met', 'no new owner of an account was reported')
}

/** Nothing may be heard of them in the whole act: reports that came about later came through meanwhile. */
const notReported = ({ seen }: Evidence, customer: KfrFixture, what: string): Judgement =>
  seen
    .filter(isAbout(customer, 'add'))
    .flatMap((one) => one.finds(false, { what, expected: 'no report', at: '/method' }))

function guarantor(evidence: Evidence): Judgement {
  return given(heard(evidence, 'loan F5', 'mandate F6'), () => {
    const wrong = notReported(evidence, 'F7', 'reports who only stands guarantor')
    const [shown] = evidence.seen.filter(isAbout('F5', 'add'))
    return wrong.length > 0 || shown === undefined
      ? wrong
      : shown.finds(true, { what: 'the borrower is reported, and not the guarantor', expected: 'POST', at: '/method' })
  })
}

function oneOfSeveral(evidence: Evidence): Judgement {
  const { events, seen } = evidence
  const ended = [events['close F9'], events['end of mandate F9']]
  return given(all(...ended.map(happened)), () =>
    // The report of somebody else shows that what came before has had its time.
    given(heard(evidence, 'open F8'), () => {
      const last = events['end of loan F9']?.at ?? Number.POSITIVE_INFINITY
      const early = seen.filter((one) => isAbout('F9', 'end')(one) && timeOf(one) < last)
      const wrong = early.flatMap((one) =>
        one.finds(false, { what: 'an end is reported while a loan is left', expected: 'no report', at: '/method' }),
      )
      return wrong.length > 0 ? wrong : all(...ended.map(happened))
    }),
  )
}

export default [
  row('KFRB-014', ['F2'], (evidence) => all(heard(evidence, 'open F2'), onceOnly(evidence, 'F2'))),
  row('KFRB-015', ['F5'], (evidence) => heard(evidence, 'loan F5')),
  row('KFRB-016', ['F6', 'F10'], (evidence) => heard(evidence, 'mandate F6')),
  row('KFRB-017', ['F2', 'F3', 'F4'], everyKind),
  row('KFRB-018', ['F5', 'F6', 'F7', 'F10'], guarantor),
  row('KFRB-019', ['F8'], (evidence) => heard(evidence, 'close F8')),
  row('KFRB-020', ['F6', 'F10'], (evidence) =>
    given(heard(evidence, 'mandate F6'), () => heard(evidence, 'end of mandate F6')),
  ),
  row('KFRB-021', ['F8', 'F9', 'F10'], oneOfSeveral),
  row('KFRB-022', ['F2', 'F8'], (evidence) =>
    given(heard(evidence, 'open F2', 'close F8'), () => heard(evidence, 'open F8')),
  ),
  row('KFRB-023', ['F14'], (evidence) =>
    given(heard(evidence, 'open F14'), () => {
      const all200 = evidence.seen.filter((one) => isAbout('F14', 'add')(one) && one.record.status === 200)
      const [first, ...again] = all200
      if (first === undefined) return inconclusive('need-not-met', 'the register answered nobody 200')
      return again.length === 0
        ? first.finds(true, { what: 'takes 200 for success', expected: 200, at: '/status' })
        : again.flatMap((one) =>
            one.finds(false, { what: 'reports again after a 200', expected: 'no report', at: '/at' }),
          )
    }),
  ),
]
