import type { IsoDate } from '../../../contracts/calendar.ts'
import { nobody } from '../../../contracts/control/nobody.ts'
import type { Control } from '../../../contracts/control/protocol.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { openDoors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import type { Target } from '../../kit/target.ts'
import { caseOf, type EstateCase } from '../bosiden.ts'
import { examples } from './states.ts'

/** Our own client as bosiden, in front of whatever stands at an address: the contract says what it sends. */

const day = examples.toDate as IsoDate
const debtor = { id: examples.partyId, kjennelsesdato: '2026-10-30' as IsoDate, blockedAccounts: [] }

/** A bearer token that says what it is; a provider puts a real one in its place. */
const exampleToken = 'a-token-of-the-test-environment'

const control: Control = {
  ...nobody,
  mint: async () => ({ token: exampleToken }),
}

const targetAt = (baseUrl: string): Target => ({
  kind: 'external',
  faults: [],
  participant: { name: 'bank', organisationNumber: '' },
  baseUrl,
  trust: [],
  keys: [],
  fixtures: { P1: debtor },
  production: null,
  external: [],
  servicers: [],
  capabilities: {},
  day,
  deadlineMs: 10_000,
  control,
  config: {},
  known: { identifiers: [], secrets: [] },
  close: async () => undefined,
})

/** The lawful case whose questions the contract is about, in the plain form that a test environment answers. */
export const estate: EstateCase = plainly(caseOf(targetAt('https://bank.example'), 'P1'))

function plainly({ debtor: of, list, on }: EstateCase): EstateCase {
  const plain = (request: Request): Request => ({
    ...request,
    headers: { ...request.headers, Accept: 'application/json' },
    query: { ...request.query, fromDate: examples.fromDate },
  })
  return { debtor: of, list: plain(list), on: (operation, reference) => plain(on(operation, reference)) }
}

/** The run id is what CorrelationIDs follow from: a bank may refuse one that it has seen. */
export async function askAt(baseUrl: string, request: Request, runId: string): Promise<Answer> {
  const watch = { interrupt: new AbortController().signal, waiting: () => undefined }
  const outside = openDoors(targetAt(baseUrl), runId, watch)
  try {
    return await outside.doors.ask(request)
  } finally {
    await outside.close()
  }
}
