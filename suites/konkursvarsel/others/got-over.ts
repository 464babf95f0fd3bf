import type { PartyState } from '../../../contracts/hooks/protocol.ts'
import { avslutningskoder } from '../../../contracts/konkursvarsel/codes.ts'
import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import type { NoticeOrder } from '../../../contracts/konkursvarsel/notice.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, along, given, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { haveStatus, unchanged } from '../accounts.ts'
import type { HazardName, hazards } from '../acts/hazards.ts'
import { delivered } from '../delivered.ts'
import { isLocked, onOrdinary } from '../locked.ts'
import { detailsOf } from '../sightings.ts'

/** Whether a bank got over a notice: its neighbours are acted on, and it does no harm itself. */

export type Evidence = Awaited<ReturnType<typeof hazards.play>> & Parameters<typeof onOrdinary>[0]

/** Whose lock shows that the participant got over what was in the same answer, in the order in which they are played. */
const neighbours = [
  ['sletting-of-nothing', 'K59'],
  ['avslutning', 'K57'],
  ['without-kjennelsesdato', 'K58'],
  ['other-fields', 'K43'],
  ['unknown-words', 'K56'],
  ['poison', 'K44'],
] as const satisfies readonly (readonly [HazardName, KonkursFixture])[]

/** Locked after its own scene, whatever became of the next. */
export const gotOver = (
  { target, scenes }: Evidence,
  name: HazardName,
  debtor: KonkursFixture,
  what?: string,
): Judgement => isLocked({ target, scenes: [scenes[name]], debtor, ...(what === undefined ? {} : { what }) })

/** It got over what came before: otherwise this one says nothing. */
export function after(evidence: Evidence, name: HazardName, judge: () => Judgement): Judgement {
  const position = neighbours.findIndex(([one]) => one === name)
  const [before, debtor] = neighbours.at(position === -1 ? -1 : position - 1) ?? []
  if (position === 0 || before === undefined || debtor === undefined) return onOrdinary(evidence, judge)
  return onOrdinary(evidence, () => given(gotOver(evidence, before, debtor), judge))
}

const neighbourOf = (name: HazardName) => neighbours.find(([one]) => one === name)?.[1] ?? 'K44'

export function harmless(
  evidence: Evidence,
  name: HazardName,
  what: string,
  more: () => Judgement = () => [],
): Judgement {
  return after(evidence, name, () =>
    all(gotOver(evidence, name, neighbourOf(name), `what came with ${what} should be acted on`), more()),
  )
}

/** Where there is a state probe, nothing of it moved. */
export const still = (
  { before, scenes }: Evidence,
  name: HazardName,
  debtor: 'K18' | 'K24',
  what: string,
  earlier = before.states[debtor],
): Judgement => (scenes[name].states[debtor] === undefined ? [] : unchanged(earlier, scenes[name].states[debtor], what))

export const ended = ['K20', 'K21', 'K22', 'K23'] as const

/** Whoever keeps a record of what was decided keeps one of what could not be understood. */
export function isReported(state: Answer | undefined, notice: NoticeOrder | undefined): Judgement {
  const { recorded } = (state?.body ?? {}) as Partial<PartyState>
  if (state === undefined || recorded === undefined || notice === undefined) return []
  const at = recorded.findIndex(({ uuid }) => uuid === notice.uuid)
  return state.finds(at >= 0, {
    what: 'an unknown type should be reported',
    expected: `a record of ${notice.uuid}`,
    at: at >= 0 ? `/recorded/${at}/decision` : '/recorded',
  })
}

/** Whoever gets over a notice does not fetch it again with every list, at least not when it lets others rest. */
export function areProcessed({ scenes, seen }: Evidence): Judgement {
  const isLater = ({ record }: Sighting) => record.epoch !== 'hazards/avslutning'
  const again = (name: string) => detailsOf(seen, scenes.avslutning.notices[name]?.uuid ?? '').filter(isLater)
  if (again('K57').length > 0) return []
  return ended.flatMap((debtor) => {
    const what = 'an avslutning should be processed, and not be tried again for ever'
    const [later] = again(`${debtor} avslutning`)
    if (later !== undefined) return later.finds(false, { what, expected: 'one call for it', at: '/path' })
    const [first] = detailsOf(seen, scenes.avslutning.notices[`${debtor} avslutning`]?.uuid ?? '')
    return first?.finds(true, { what, expected: null, at: '/path' }) ?? []
  })
}

/** Reopened only where that is declared for the code (reading: avslutning-policy). */
export function asDeclared({ target, scenes }: Evidence, debtor: (typeof ended)[number], index: number): Judgement {
  const code = avslutningskoder[index]
  const policy = code === undefined ? undefined : target.konkursvarsel?.policies?.avslutning?.[code]
  const opened = isLocked({ target, scenes: [scenes['sletting-of-nothing']], debtor })
  return labelled(
    `${debtor}, ${code}`,
    along(all(opened, delivered([scenes.avslutning], scenes.avslutning.notices[`${debtor} avslutning`])), () =>
      haveStatus(scenes.avslutning.states[debtor], {
        party: target.fixtures[debtor],
        status: policy === 'reopens' ? ['enabled', 'disabled'] : ['disabled'],
        what: `an avslutning should open accounts only where that is declared (${policy ?? 'nothing is'})`,
      }),
    ),
  )
}
