import { usualIngestPerSecond } from '../../../contracts/kfr/operations.ts'
import { crowdOf } from '../../../contracts/kfr-register/markers.ts'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import { serviceLevel } from '../../../contracts/ytelse/service-level.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Request } from '../../kit/ask/request.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { ScenarioKind } from '../../kit/load/scenario.ts'
import { type Act, defineAct } from '../../kit/run/act.ts'
import { untilIngested } from '../batch/acts.ts'
import { type Calls, callsOf } from '../calls.ts'
import { batchOf } from '../forms.ts'

/**
 * Reporters at the rate of the agreement: as many relationships are added as ended, each customer once. Those that are to
 * be ended come by a batch before the window, whose ingestion is waited for.
 */

export interface Played {
  readonly own: string
  /** What each of the windows stands on. */
  readonly rounds: readonly Round[]
  readonly windows: readonly LoadWindow[]
}

interface Round {
  /** The batch before the window, and what was seen of its last customer. */
  readonly accepted: Answer
  readonly ingested: Answer
  /** The batch that is ingested while the window lasts; null where none is. */
  readonly beside: Answer | null
}

/** What its windows ask for. */
export const asksFor = ['add', 'end'] as const
const [add, end] = asksFor

type Where = 'calm' | 'beside-batch'

/** A window takes so long, and a little more is there to be ingested. */
const besideEntries = (requests: number) =>
  Math.ceil((requests / serviceLevel.ratePerSecond) * usualIngestPerSecond * 1.2)

const question = (request: Request) => ({ request, differs: () => null, bytes: 0 })

async function prepare(stage: Stage, calls: Calls, where: Where, round: number) {
  const count = Math.ceil(stage.loadProfile.n / 2) + 1
  const name = `${where} ${round}`
  const held = crowdOf(stage.runId, `held ${name}`, count)
  const told = `${count} customers to be ended, ${name}`
  const accepted = await stage.ask(batchOf(calls, { told, list: held.join(',') }))
  const { answer: ingested } = await untilIngested(stage, calls, held.at(-1) ?? '', count)
  const kinds: readonly ScenarioKind[] = [
    {
      name: add,
      weight: 1,
      isJob: false,
      questions: crowdOf(stage.runId, `new ${name}`, count).map((one) => question(calls.add(one))),
    },
    { name: end, weight: 1, isJob: false, questions: held.map((one) => question(calls.end(one))) },
  ]
  return { accepted, ingested, kinds }
}

const playing = (where: Where): Act<Played> =>
  defineAct({
    name: `load-${where}`,
    polls: 0,
    movesClock: false,
    play: async (stage) => {
      const calls = callsOf(stage)
      const own = calls.organisationOf('reporter')
      const rounds: Round[] = []
      const begin = async () => {
        const { accepted, ingested, kinds } = await prepare(stage, calls, where, rounds.length)
        const isBeside = where === 'beside-batch' && accepted.status === 201
        const beside = isBeside ? await startIngestion(stage, calls, rounds.length) : null
        rounds.push({ accepted, ingested, beside })
        return accepted.status === 201 ? kinds : null
      }
      const kinds = await begin()
      if (kinds === null) return { own, rounds, windows: [] }
      const windows = await stage.load({
        name: where === 'calm' ? 'calm' : 'beside-job',
        level: serviceLevel,
        kinds,
        lastsForWindow: true,
        renew: begin,
      })
      return { own, rounds, windows }
    },
  })

function startIngestion(stage: Stage, calls: Calls, round: number): Promise<Answer> {
  const count = besideEntries(stage.loadProfile.n)
  const list = crowdOf(stage.runId, `beside ${round}`, count).join(',')
  return stage.ask(batchOf(calls, { told: `${count} customers beside the load, ${round}`, list }))
}

export const calm = playing('calm')
export const besideBatch = playing('beside-batch')
