import type { Asker } from '../ask/put.ts'
import type { Target } from '../target.ts'
import { keptOf } from './compare.ts'
import type { Scenario, ScenarioKind } from './scenario.ts'
import type { Shot } from './schedule.ts'
import type { WindowPlan } from './window.ts'

/** Everything that the thread of load has to know, made before anything is measured. */

export async function planOf(
  scenario: Scenario,
  shots: readonly Shot[],
  id: string,
  { cap, deadlineMs }: Pick<WindowPlan, 'cap'> & { readonly deadlineMs: number },
  { target, asker }: { readonly target: Target; readonly asker: Pick<Asker, 'written'> },
): Promise<WindowPlan> {
  const { origin, questions, authorization, places } = await written(scenario.kinds, asker)
  const isKept = keptOf(shots, (shot) => questionOf(scenario, shot)?.bytes ?? 0)
  const planned = []
  for (const [n, shot] of shots.entries()) {
    const { request } = questionOf(scenario, shot) ?? nothing()
    const { invented } = await asker.written(request, `load ${id} ${n}`)
    const question = (places.get(shot.kind) ?? 0) + shot.question
    planned.push({ kind: shot.kind, planned: shot.planned, question, headers: invented, isKept: isKept(n) })
  }
  const { trust, clientCertificate = null } = target
  return { shots: planned, questions, authorization, cap, lanes: { origin, trust, clientCertificate, deadlineMs } }
}

const nothing = () => {
  throw new Error('a scenario of load needs a question')
}

export const questionOf = ({ kinds }: Scenario, shot: Shot | undefined) =>
  kinds.find(({ name }) => name === shot?.kind)?.questions[shot?.question ?? 0]

/** All questions in a row, as they go out, and where those of each kind begin. One token serves all of them. */
export async function written(kinds: readonly ScenarioKind[], asker: Pick<Asker, 'written'>) {
  const places = new Map<string, number>()
  const lines = []
  for (const { name, questions } of kinds) {
    places.set(name, lines.length)
    for (const { request } of questions) lines.push(await asker.written(request, 'load'))
  }
  const [first] = lines
  if (first === undefined) return nothing()
  const questions = lines.map(({ url, method, headers, body }) => {
    const { pathname, search } = new URL(url)
    return { method, path: pathname + search, headers, ...(body === undefined ? {} : { body }) }
  })
  return { origin: new URL(first.url).origin, questions, authorization: first.authorization, places }
}
