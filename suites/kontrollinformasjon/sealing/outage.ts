import type { Stimulus } from '../../../contracts/control/protocol.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Request } from '../../kit/ask/request.ts'
import type { Asked } from '../../kit/judge/judgement.ts'
import { caseOf, type EstateCase } from '../bosiden.ts'
import { referencesIn } from '../operations.ts'
import { recovered } from './recovered.ts'

/** What a bank answers while CertPub gives it no certificate, and what it answers when CertPub is back. */
interface Outage {
  readonly lists: readonly Asked<Answer>[]
  readonly rest: readonly Asked<Beside>[]
  readonly usual: Answer
}

const without = [
  { label: 'CertPub is out', stimulus: { party: 'certpub', does: 'outage' } },
  { label: 'CertPub answers 404', stimulus: { party: 'certpub', does: 'unknown-participant' } },
] as const satisfies readonly { label: string; stimulus: Stimulus }[]

/** The list first of all, while nothing is cached. */
async function askForLists(doors: Doors, { list }: EstateCase): Promise<Asked<Answer>[]> {
  const lists: Asked<Answer>[] = []
  for (const { label, stimulus } of without) lists.push({ label, asked: await doors.during(stimulus).ask(list) })
  return lists
}

/** Details and transactions need a reference, and only a plain list gives one without a certificate. */
async function askForTheRest(doors: Doors, estate: EstateCase): Promise<Asked<Beside>[]> {
  const [reference] = referencesIn(await doors.ask(estate.list, { headers: { Accept: 'application/json' } }))
  if (reference === undefined) return []
  const answers: Asked<Beside>[] = []
  for (const { label, stimulus } of without)
    for (const operation of ['details', 'transactions'] as const) {
      const call = estate.on(operation, reference)
      answers.push({
        label: `${label}, ${operation}`,
        asked: { call, answer: await doors.during(stimulus).ask(call), usual: null },
      })
    }
  return answers
}

/** What is not served while CertPub answers either fails for another reason. */
export interface Beside {
  readonly call: Request
  readonly answer: Answer
  readonly usual: Answer | null
}

async function withUsual({ ask }: Doors, rest: readonly Asked<Beside>[]): Promise<Asked<Beside>[]> {
  const beside: Asked<Beside>[] = []
  for (const one of rest)
    beside.push('missing' in one ? one : { ...one, asked: { ...one.asked, usual: await ask(one.asked.call) } })
  return beside
}

/** Whoever comes first asks all of it, in this order: a lawful call before it would have filled the bank's cache. */
export async function askDuringOutage(doors: Doors): Promise<Outage> {
  const estate = caseOf(doors.target, 'P1')
  const lists = await askForLists(doors, estate)
  const rest = await askForTheRest(doors, estate)
  const usual = await recovered(doors, estate.list)
  return { lists, rest: await withUsual(doors, rest), usual }
}
