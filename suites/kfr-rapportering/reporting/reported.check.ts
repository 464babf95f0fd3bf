import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
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
  const ended = [events['close F9'], events['end of mandate F9'], events['close F10']]
  return given(all(...ended.map(happened)), () =>
    // The report of somebody else shows that what came before has had its time.
    given(heard(evidence, 'open F8'), () => {
      const last = events['end of loan F9']?.at ?? Number.POSITIVE_INFINITY
      const early = seen.filter((one) => isAbout('F9', 'end')(one) && timeOf(one) < last)
      const wrong = [
        ...early.map((one) => ({ one, what: 'an end is reported while a loan is left' })),
        ...seen
          .filter(isAbout('F10', 'end'))
          .map((one) => ({ one, what: 'an end is reported while another account is left' })),
      ].flatMap(({ one, what }) => one.finds(false, { what, expected: 'no report', at: '/method' }))
      return wrong.length > 0 ? wrong : all(...ended.map(happened))
    }),
  )
}

/** Where a loan is the last relation, it is its end that is reported. An end that came before is KFRB-021's matter. */
function endOfLoan(evidence: Evidence): Judgement {
  const last = evidence.events['end of loan F9']
  if (last === undefined || last.by === null) return []
  const isEarly = evidence.seen.some((one) => isAbout('F9', 'end')(one) && timeOf(one) < last.at)
  return isEarly ? [] : isHeard(last, evidence)
}

/** A 201 first: who repeats what was answered so repeats everything, which is no matter of 200 (KFRB-014). */
function successIs200(evidence: Evidence): Judgement {
  const { seen } = evidence
  const [first, ...again] = seen
    .filter(isAbout('F14', 'add'))
    .slice(seen.filter(isAbout('F14', 'add')).findIndex(is200))
  if (first === undefined || !is200(first)) return inconclusive('need-not-met', 'the register answered nobody 200')
  if (again.length === 0) return first.finds(true, { what: 'takes 200 for success', expected: 200, at: '/status' })
  const isUsual = (['F2', 'F3', 'F4'] as const).some((one) => onceOnly(evidence, one).length > 0)
  if (isUsual) return inconclusive('need-not-met', 'what was answered 201 is reported again as well')
  return again.flatMap((one) =>
    one.finds(false, { what: 'is reported again after a 200', expected: 'no report', at: '/at' }),
  )
}

const is200 = ({ record: { status } }: Sighting) => status === 200

export default [
  row('KFRB-014', ['F2'], (evidence) => all(heard(evidence, 'open F2'), onceOnly(evidence, 'F2'))),
  row('KFRB-015', ['F5'], (evidence) => heard(evidence, 'loan F5')),
  row('KFRB-016', ['F6', 'F10'], (evidence) => heard(evidence, 'mandate F6')),
  row('KFRB-017', ['F2', 'F3', 'F4'], everyKind),
  row('KFRB-018', ['F5', 'F6', 'F7', 'F10'], guarantor),
  row('KFRB-019', ['F8'], (evidence) => all(heard(evidence, 'close F8'), endOfLoan(evidence))),
  row('KFRB-020', ['F6', 'F10'], (evidence) =>
    given(heard(evidence, 'mandate F6'), () => heard(evidence, 'end of mandate F6')),
  ),
  row('KFRB-021', ['F8', 'F9', 'F10'], oneOfSeveral),
  row('KFRB-022', ['F2', 'F8'], (evidence) =>
    given(heard(evidence, 'open F2', 'close F8'), () => heard(evidence, 'open F8')),
  ),
  row('KFRB-023', ['F14'], (evidence) => given(heard(evidence, 'open F14'), () => successIs200(evidence))),
]
