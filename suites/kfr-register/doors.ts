import type { KfrOperation, KfrVersion } from '../../contracts/kfr/operations.ts'
import type { Answer } from '../kit/ask/answer.ts'
import type { Doors } from '../kit/ask/doors.ts'
import { type Changes, change, type Request } from '../kit/ask/request.ts'
import type { Asked } from '../kit/judge/judgement.ts'
import { callsOf, versionsOf } from './calls.ts'
import { batchOf } from './forms.ts'

/** One lawful call of each operation, for what all of them have to do. */
export interface Door {
  readonly operation: KfrOperation
  readonly version: KfrVersion
  readonly request: Request
}

/** An account number that nobody has to know: what is asked about it is refused before it is looked up. */
export const someAccount = '86011117947'

export function doorsOf(doors: Pick<Doors, 'target' | 'runId'>): readonly Door[] {
  const calls = callsOf(doors)
  const customer = calls.customer('doors')
  const first = { version: '1.1.2' } as const
  const { account } = calls.profile.samples ?? {}
  return [
    { operation: 'add', ...first, request: calls.add(customer) },
    { operation: 'end', ...first, request: calls.end(customer) },
    { operation: 'batch', ...first, request: batchOf(calls, { told: 'one customer', list: customer }) },
    { operation: 'own', ...first, request: calls.own(customer) },
    ...versionsOf(doors.target).flatMap((version): readonly Door[] => [
      { operation: 'relationships', version, request: calls.relationships(version, customer) },
      {
        operation: 'provider',
        version,
        request: calls.provider(version, account?.accountIdentifier ?? someAccount),
      },
    ]),
  ]
}

export const labelOf = ({ operation, version }: Door) => `${operation} ${version}`

export const isReporting = ({ operation }: Door) => operation === 'add' || operation === 'end' || operation === 'batch'

/** The same probe at some of the doors. */
export async function atEach(
  doors: Doors,
  some: (door: Door) => boolean,
  changes: Changes,
): Promise<readonly Asked<{ readonly door: Door; readonly answer: Answer }>[]> {
  const asked = []
  for (const door of doorsOf(doors).filter(some)) {
    const answer = await doors.ask(change(door.request, changes))
    asked.push({ label: labelOf(door), asked: { door, answer } })
  }
  return asked
}
