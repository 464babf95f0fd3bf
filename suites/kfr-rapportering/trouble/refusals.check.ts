import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { noAccess } from '../acts/no-access.ts'
import { trouble } from '../acts/trouble.ts'
import { isHeard } from '../grounds.ts'
import { rowsOf } from '../row.ts'
import { grantOf, isAbout, kfrOf } from '../sightings.ts'

/** What the bank makes of refusals: a 401 is mended, all others are final. */

const row = rowsOf(import.meta, trouble)
type Evidence = Awaited<ReturnType<typeof trouble.play>>

/** Refused so, and not sent oftener than that from then on, whatever it was answered when it came again. */
function noOftener(
  { seen }: Pick<Evidence, 'seen'>,
  {
    customer,
    status,
    most,
    operation = 'add',
  }: { customer: KfrFixture; status: number; most: number; operation?: 'add' | 'end' },
): Judgement {
  const reports = seen.filter(isAbout(customer, operation))
  const refused = reports.slice(reports.findIndex(({ record }) => record.status === status))
  const [first] = refused
  if (first?.record.status !== status)
    return inconclusive('need-not-met', `no report about ${customer} was refused with ${status}`)
  const more = refused.slice(most)
  if (more.length === 0)
    return first.finds(true, { what: `is not repeated after ${status}`, expected: status, at: '/status' })
  return all(
    ...more.slice(0, 3).map((one) =>
      one.finds(false, {
        what: `is report ${refused.indexOf(one) + 1} of ${refused.length} from the ${status} on (${kfrOf(first)?.code})`,
        expected: `at most ${most}`,
        at: '/at',
      }),
    ),
  )
}

/** After the 401: a grant, and then the report again, once. */
function renewed({ seen, events, target }: Evidence): Judgement {
  return given(isHeard(events['open F17'], { seen, target: { kfr: {} } }), () => {
    const from = seen.findIndex((one) => isAbout('F17', 'add')(one) && one.record.status === 401)
    const refused = seen[from]
    if (refused === undefined) return inconclusive('need-not-met', 'no report about F17 was refused with 401')
    const after = seen.slice(from + 1)
    const again = after.findIndex(isAbout('F17', 'add'))
    const sent = after[again]
    if (sent === undefined)
      return refused.finds(false, { what: 'is reported again after a 401', expected: 'another report', at: '/status' })
    return all(
      target.external.includes('maskinporten') ? withAnother(sent, refused) : withGrant(sent, after.slice(0, again)),
      ...oneMore(after.filter(isAbout('F17', 'add'))),
    )
  })
}

const withGrant = (sent: Sighting, between: readonly Sighting[]): Judgement =>
  sent.finds(
    between.some((one) => grantOf(one) !== undefined),
    { what: 'is reported again with a token that was got for it', expected: 'a grant between the two', at: '/at' },
  )

/** What a Maskinporten that is not ours has granted shows in the token alone. Two of one second cannot be told apart. */
function withAnother(sent: Sighting, refused: Sighting): Judgement {
  const [issued, before] = [sent, refused].map((one) => kfrOf(one)?.token?.issued ?? null)
  if (issued == null || before == null)
    return inconclusive('need-not-met', 'the tokens do not say when they were issued, and Maskinporten is not ours')
  return sent.finds(issued > before, {
    what: 'is reported again with a token that was got for it',
    expected: `a token issued after ${before}`,
    at: '/kfr/token/issued',
  })
}

const oneMore = (all: readonly Sighting[]): readonly Judgement[] =>
  all
    .slice(1, 3)
    .map((one) =>
      one.finds(false, { what: 'is reported once more, and not oftener', expected: 'one report', at: '/at' }),
    )

type Acted = Pick<Evidence, 'seen' | 'events' | 'target'>

const heard = (evidence: Acted, name: string, judge: () => Judgement) =>
  given(isHeard(evidence.events[name], { ...evidence, target: { kfr: {} } }), judge)

export default [
  // One retry is in order; while a file is taken in a later one would be as well.
  row('KFRB-024', ['F15'], (evidence) =>
    heard(evidence, 'close F15', () =>
      noOftener(evidence, { customer: 'F15', status: 404, most: 2, operation: 'end' }),
    ),
  ),
  row('KFRB-025', ['F16'], (evidence) =>
    heard(evidence, 'open F16', () => noOftener(evidence, { customer: 'F16', status: 400, most: 1 })),
  ),
  row('KFRB-026', ['F17'], renewed),
  rowsOf(import.meta, noAccess, { turn: 'last' })('KFRB-027', ['F18'], (evidence) =>
    heard(evidence, 'open F18', () => noOftener(evidence, { customer: 'F18', status: 403, most: 1 })),
  ),
]
