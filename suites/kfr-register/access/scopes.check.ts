import { type KfrOperation, scopes } from '../../../contracts/kfr/operations.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, forEach, given, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { type Door, doorsOf, labelOf } from '../doors.ts'
import { answered, letIn, refused } from '../judging.ts'

/** Each operation with every scope but its own. That its own opens it stands beside each: a door that is shut guards nothing. */

interface Probe {
  readonly door: Door
  /** The same call with the scope that belongs to it. */
  readonly lawful: Answer
  readonly answer: Answer
  /** Null for a token that has none: which of two refusals that is no document says. */
  readonly scope: string | null
}

/** A scope of nobody's, that begins as the right one does, for those who compare beginnings. */
const longer = 'bits:kundeforhold.writer'

async function withOthers(doors: Doors, operations: readonly KfrOperation[]) {
  const asked: Asked<Probe>[] = []
  for (const door of doorsOf(doors).filter(({ operation }) => operations.includes(operation))) {
    const { claims } = door.request.token ?? {}
    const lawful = await doors.ask(door.request)
    for (const scope of [...Object.values(scopes), longer, null].filter((one) => one !== claims?.scope)) {
      const answer = await doors.ask(door.request, { token: { claims: { ...claims, scope } } })
      asked.push({ label: `${labelOf(door)} with ${scope ?? 'no scope'}`, asked: { door, lawful, answer, scope } })
    }
  }
  return asked
}

const on = (verifies: string, operations: readonly KfrOperation[], judge: (probe: Probe) => Judgement): Check =>
  defineCheck(import.meta, {
    verifies,
    ask: (doors) => withOthers(doors, operations),
    judge: (asked) =>
      forEach(asked, (probe) =>
        given(letIn(probe.lawful), () => (probe.scope === null ? answered(probe.answer, 401, 403) : judge(probe))),
      ),
  })

const codeOf = ({ operation }: Door) => (operation === 'own' ? 'ERR-001' : 'KFR-002')

export default [
  on('KFRO-004', ['add', 'end', 'batch', 'own'], ({ door, answer }) => refused(answer, 403, codeOf(door))),
  on('KFRO-005', ['relationships'], ({ answer }) => refused(answer, 403, 'ERR-001')),
  on('KFRO-006', ['provider'], ({ answer }) => answered(answer, 401, 403)),
]
