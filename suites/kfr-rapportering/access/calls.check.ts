import { relationshipType, scopes } from '../../../contracts/kfr/operations.ts'
import type { KfrProblem } from '../../../contracts/kfr/sighting.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { each } from '../grounds.ts'
import { type Calls, rowsOfCalls } from '../row.ts'
import { isAbout, isCall, isDone, isOperation, isReport, kfrOf } from '../sightings.ts'

/** What holds for every call of the register, whatever it was about. */

const row = rowsOfCalls(import.meta)
/** Who asks the agencies’ look-up, or writes a customer into an address, does so where it compares, if anywhere. */
const always = rowsOfCalls(import.meta, { whole: true })

const isCorrelated = isOperation('add', 'end', 'batch')
const has = (sighting: Sighting, ...problems: readonly KfrProblem[]) =>
  kfrOf(sighting)?.problems.some((one) => problems.includes(one)) === true

const token = (sighting: Sighting): Judgement => {
  const seen = kfrOf(sighting)?.token ?? null
  return all(
    sighting.finds(seen?.scopes.includes(scopes.write) === true, {
      what: `carries a token with the scope ${scopes.write}`,
      expected: [scopes.write],
      at: seen === null ? '/kfr/token' : '/kfr/token/scopes',
    }),
    sighting.finds(!has(sighting, 'scheme-missing'), {
      what: 'says Bearer before its token',
      expected: [],
      at: '/kfr/problems',
    }),
  )
}

const ownInstitution = ({ target }: Calls) => {
  const own = target.participant.organisationNumber
  return (sighting: Sighting): Judgement => {
    const { token: bearer } = kfrOf(sighting) ?? {}
    return all(
      sighting.finds(kfrOf(sighting)?.institution === own, {
        what: 'names the bank itself in the path',
        expected: own,
        at: '/kfr/institution',
      }),
      // Whose token it is is told where there is one that could be read.
      bearer == null
        ? []
        : sighting.finds(bearer.organisation === own, {
            what: 'has a token that is for the bank itself',
            expected: own,
            at: '/kfr/token/organisation',
          }),
    )
  }
}

/** Two accepted files are two requests; one that was refused and the next may be the same one, sent again. */
function aboutOf(sighting: Sighting): string {
  const { operation, customer, batch } = kfrOf(sighting) ?? {}
  if (operation !== 'batch') return `${operation} ${customer?.digest ?? ''}`
  return isDone(sighting) ? `batch ${batch?.customers?.[0]?.digest ?? ''}` : 'batch'
}

const isSame = (one: string, other: string): boolean =>
  one === other || ([one, other].every((about) => about.startsWith('batch')) && [one, other].includes('batch'))

/** The same id for two requests that are not the same: of one request sent again it may be kept. */
function ownIds({ seen }: Calls): Judgement {
  const first = new Map<string, { readonly about: string; readonly id: string }>()
  return each(
    seen,
    (one) => isCorrelated(one) && kfrOf(one)?.correlationId !== undefined,
    (sighting) => {
      const { correlationId = '' } = kfrOf(sighting) ?? {}
      const about = aboutOf(sighting)
      const earlier = first.get(correlationId)
      const isOwn = earlier === undefined || isSame(earlier.about, about)
      if (earlier === undefined || earlier.about === 'batch')
        first.set(correlationId, { about, id: sighting.record.id })
      return sighting.finds(isOwn, {
        what: isOwn
          ? 'has a CorrelationID of its own'
          : `has the CorrelationID of ${earlier?.id}, which is another request`,
        expected: 'an id of its own',
        at: '/kfr/correlationId',
      })
    },
  )
}

const problemFree =
  (isOfKind: (sighting: Sighting) => boolean, what: string, ...problems: readonly KfrProblem[]) =>
  ({ seen }: Calls): Judgement =>
    each(seen, isOfKind, (sighting) =>
      sighting.finds(!has(sighting, ...problems), { what, expected: [], at: '/kfr/problems' }),
    )

/** A number that begins with a zero is the one that gets lost: without it nothing is shown. */
const digits = (calls: Calls): Judgement =>
  all(
    problemFree(isReport, 'CustomerID has 9 or 11 digits', 'customer-malformed', 'customer-missing')(calls),
    calls.seen.some((one) => isAbout('F1', 'add')(one) || has(one, 'customer-malformed'))
      ? []
      : inconclusive('need-not-met', 'the customer whose number begins with a zero was not reported'),
  )

/** Ours is the marker, and no document’s: what does not bear it is only pointed out. */
const synthetic = (sighting: Sighting): Judgement => {
  const { customer, batch } = kfrOf(sighting) ?? {}
  const all = [...(customer === undefined ? [] : [customer]), ...(batch?.customers ?? [])]
  const unmarked = all.filter(({ fixture, synthetic: is }) => fixture === undefined && is === false).length
  return sighting.finds(unmarked === 0, {
    what: unmarked === 0 ? 'reports synthetic numbers' : `reports ${unmarked} numbers that are not marked as synthetic`,
    weight: 'tolerated',
    expected: 'synthetic numbers',
    at: customer === undefined ? '/kfr/batch/entries' : '/kfr/customer/synthetic',
  })
}

export default [
  always('KFRB-001', ({ seen }) => each(seen, isCall, token)),
  always('KFRB-006', (calls) => each(calls.seen, isOperation('add', 'end', 'batch', 'own'), ownInstitution(calls))),
  always('KFRB-007', ({ seen }) =>
    each(seen, isCall, (sighting) =>
      sighting.finds(!['relationships', 'provider'].includes(kfrOf(sighting)?.operation ?? ''), {
        what: 'is no look-up of the agencies',
        expected: 'a report, or the own look-up',
        at: '/kfr/operation',
      }),
    ),
  ),
  row(
    'KFRB-009',
    problemFree(isCorrelated, 'CorrelationID is a UUID', 'correlation-id-missing', 'correlation-id-malformed'),
  ),
  row('KFRB-010', ownIds),
  always('KFRB-011', problemFree(isCall, 'no customer stands in the address', 'customer-in-url')),
  row('KFRB-012', digits),
  row('KFRB-013', problemFree(isCorrelated, `the type is ${relationshipType}`, 'type-unknown')),
  row('KFRB-050', ({ seen }) =>
    each(seen, (one) => kfrOf(one)?.customer !== undefined || kfrOf(one)?.batch?.customers !== undefined, synthetic),
  ),
]
