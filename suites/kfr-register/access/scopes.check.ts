import { type KfrOperation, scopes } from '../../../contracts/kfr/operations.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { all, forEach, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { type Door, doorsOf, labelOf } from '../doors.ts'
import { answered, refused } from '../judging.ts'

/** Each operation with every scope but its own. That its own opens it stands beside: a door that is shut guards nothing. */

interface Probe {
  readonly door: Door
  readonly answer: Answer
}

/** A scope of nobody's, that begins as the right one does, for those who compare beginnings. */
const longer = 'bits:kundeforhold.writer'

async function withOthers(doors: Doors, operations: readonly KfrOperation[]) {
  const own: Answer[] = []
  const asked = []
  for (const door of doorsOf(doors).filter(({ operation }) => operations.includes(operation))) {
    const { claims } = door.request.token ?? {}
    const lawful = String(claims?.scope)
    own.push(await doors.ask(door.request))
    for (const scope of [...Object.values(scopes), longer].filter((one) => one !== lawful)) {
      const answer = await doors.ask(door.request, { token: { claims: { ...claims, scope } } })
      asked.push({ label: `${labelOf(door)} with ${scope}`, asked: { door, answer } })
    }
  }
  return { own, asked }
}

/** Whatever it answers, it is no refusal of the caller. */
const opens = (own: readonly Answer[]): boolean =>
  own.some(({ status }) => status !== null && status !== 401 && status !== 403)

const on = (verifies: string, operations: readonly KfrOperation[], judge: (probe: Probe) => Judgement): Check =>
  defineCheck(import.meta, {
    verifies,
    ask: (doors) => withOthers(doors, operations),
    judge: ({ own, asked }) =>
      opens(own)
        ? forEach(asked, judge)
        : inconclusive('need-not-met', 'the scope that belongs here opens nothing, so that refusals say nothing'),
  })

const codeOf = ({ operation }: Door) => (operation === 'own' ? 'ERR-001' : 'KFR-002')

export default [
  on('KFRO-004', ['add', 'end', 'batch', 'own'], ({ door, answer }) => refused(answer, 403, codeOf(door))),
  on('KFRO-005', ['relationships'], ({ answer }) => refused(answer, 403, 'ERR-001')),
  on('KFRO-006', ['provider'], ({ answer }) => all(answered(answer, 401, 403))),
]
