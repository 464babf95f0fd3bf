import type { EvidenceKind } from '../../../contracts/kfr-register/operator.ts'
import type { Done } from '../../kit/ask/witness.ts'
import type { Inspected } from '../../kit/evidence/inspect.ts'
import { all, given, inconclusive, isFinding, type Judgement, labelled, notTested } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { answered, taken } from '../judging.ts'
import { type Left, left } from './acts.ts'

/** What the operator's files show of this run. Files that are not there, or are from before it, show nothing. */

const deliveries: Readonly<Record<EvidenceKind, string>> = {
  database: 'a dump of the database, with its indexes, its journal and its queues, as it is stored',
  spool: 'the folder in which batches wait, and copies of what is backed up',
  logs: 'all logs: of access, errors, traces and gateways',
  journal: 'what is kept of requests of reporters, by which they are found again',
}

const outcomeOf = ({ record }: Done) => record.outcome as Inspected

const deliver = (kind: EvidenceKind, since: string) =>
  `deliver ${deliveries[kind]}, taken after ${since}, and name the files below "kfrRegister.evidence.${kind}"`

/** Judges what was read, or says what to deliver. */
function read(kind: EvidenceKind, done: Done | null, { since }: Left, judge: (done: Done) => Judgement): Judgement {
  if (done === null) return notTested('unobservable-here', `no files are named: ${deliver(kind, since)}`)
  const { state } = outcomeOf(done)
  if (state === 'absent')
    return notTested('unobservable-here', `the files named cannot be read (${done.record.id}): ${deliver(kind, since)}`)
  if (state === 'stale')
    return inconclusive(
      'no-traffic',
      `the files named are older than the run (${done.record.id}): ${deliver(kind, since)}`,
    )
  return labelled(kind, judge(done))
}

const holdsNothing = (what: string) => (done: Done) =>
  done.finds(Object.keys(outcomeOf(done).found).length === 0, {
    what,
    expected: 'none in any form',
    at: '/outcome/found',
  })

/** Of reports something may be written down (AGR 4.7), and numbers in clear nowhere (AGR 5.1), which names no logs. */
const othersIn = (done: Done): Judgement =>
  done.finds(outcomeOf(done).state !== 'read' || Object.keys(outcomeOf(done).found).length === 0, {
    what: 'somebody who was reported is named in a log: of a report or of a look-up it does not show',
    weight: 'tolerated',
    expected: 'none in any form',
    at: '/outcome/found',
  })

/**
 * What stands in other files is judged beside the database, and files that are named and too old are missed. Where nobody has
 * seen the database the others show what is wrong, and never that all is well.
 */
const beside = (database: Judgement, ...others: readonly Judgement[]): Judgement =>
  all(database, ...others.map((other) => (database.some(isFinding) ? other : other.filter(isBreach))))

const isBreach = (outcome: Judgement[number]) => isFinding(outcome) && outcome.weight === 'breach'

const on = (verifies: string, judge: (seen: Left) => Judgement): Check =>
  defineCheck(import.meta, { verifies, turn: 'last', ask: ({ play }) => play(left), judge })

const stored = 'no fødselsnummer or D-number of this run should be readable'

export default [
  on('KFRO-066', (seen) =>
    given(all(...seen.asked.slice(0, 1).map(taken)), () =>
      beside(
        read('database', seen.inspected.database, seen, holdsNothing(stored)),
        read('spool', seen.inspected.spool, seen, holdsNothing(stored)),
        read('journal', seen.inspected.journal, seen, holdsNothing(stored)),
      ),
    ),
  ),
  on('KFRO-067', (seen) =>
    given(all(...seen.asked.slice(0, 1).map(taken)), () =>
      read(
        'database',
        seen.digests,
        seen,
        holdsNothing('no digest that anybody can compute of a number of this run should be there'),
      ),
    ),
  ),
  on('KFRO-069', (seen) =>
    given(all(...seen.lookedUp.map((answer) => answered(answer, 200))), () =>
      read('logs', seen.inspected.logs, seen, (done) =>
        all(
          holdsNothing('nobody whom an agency alone has asked about should be named in a log')(done),
          ...(seen.reported === null ? [] : [othersIn(seen.reported)]),
        ),
      ),
    ),
  ),
  on('KFRO-070', (seen) =>
    given(all(...seen.asked.map((answer) => answered(answer, 200, 201, 204))), () =>
      read('journal', seen.journal, seen, (done) => {
        const ids = seen.asked.map(({ exchange }) => exchange.id)
        const found = outcomeOf(done).found
        const missing = ids.filter((id) => found[id] === undefined)
        return done.finds(missing.length === 0, {
          what: `the requests ${ids.join(', ')} should be found by their CorrelationID`,
          expected: `${ids.length} of them`,
          at: '/outcome/found',
        })
      }),
    ),
  ),
]
