import type { FixtureName } from '../../../contracts/fixtures.ts'
import type { HookName, PartyState } from '../../../contracts/hooks/protocol.ts'
import { avslutningskoder } from '../../../contracts/konkursvarsel/codes.ts'
import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import type { NoticeOrder } from '../../../contracts/konkursvarsel/notice.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, along, given, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { haveStatus, unchanged } from '../accounts.ts'
import { type HazardName, hazards } from '../acts/hazards.ts'
import { delivered } from '../delivered.ts'
import { besideOrdinary, isLocked, onOrdinary } from '../locked.ts'
import { detailsOf } from '../sightings.ts'
import { slettingWorks } from '../sletting/reopens.ts'

/** Notices at which a bank may stumble: its neighbours are acted on, and it does no harm itself. */

type Evidence = Awaited<ReturnType<typeof hazards.play>> & Parameters<typeof onOrdinary>[0]

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
const gotOver = ({ target, scenes }: Evidence, name: HazardName, debtor: KonkursFixture, what?: string): Judgement =>
  isLocked({ target, scenes: [scenes[name]], debtor, ...(what === undefined ? {} : { what }) })

/** It got over what came before: otherwise this one says nothing. */
function after(evidence: Evidence, name: HazardName, judge: () => Judgement): Judgement {
  const position = neighbours.findIndex(([one]) => one === name)
  const [before, debtor] = neighbours.at(position === -1 ? -1 : position - 1) ?? []
  if (position === 0 || before === undefined || debtor === undefined) return onOrdinary(evidence, judge)
  return onOrdinary(evidence, () => given(gotOver(evidence, before, debtor), judge))
}

const neighbourOf = (name: HazardName) => neighbours.find(([one]) => one === name)?.[1] ?? 'K44'

function harmless(evidence: Evidence, name: HazardName, what: string, more: () => Judgement = () => []): Judgement {
  return after(evidence, name, () =>
    all(gotOver(evidence, name, neighbourOf(name), `what came with ${what} should be acted on`), more()),
  )
}

const row = (
  verifies: string,
  needs: readonly FixtureName[],
  judge: (evidence: Evidence) => Judgement,
  hooks: readonly HookName[] = [],
): Check =>
  defineCheck(import.meta, {
    verifies,
    needs,
    hooks,
    turn: 'last',
    ask: (doors) => besideOrdinary(doors, hazards),
    judge,
  })

/** Where there is a state probe, nothing of it moved. */
const still = (
  { before, scenes }: Evidence,
  name: HazardName,
  debtor: 'K18' | 'K24',
  what: string,
  earlier = before.states[debtor],
): Judgement => (scenes[name].states[debtor] === undefined ? [] : unchanged(earlier, scenes[name].states[debtor], what))

const ended = ['K20', 'K21', 'K22', 'K23'] as const

export default [
  row(
    'KV-057',
    ['K18', 'K59'],
    (evidence) =>
      harmless(evidence, 'sletting-of-nothing', 'a sletting without an opening', () =>
        still(evidence, 'sletting-of-nothing', 'K18', 'a sletting without an opening should change nothing'),
      ),
    ['state'],
  ),
  row('KV-062', ['K18', 'K57'], (evidence) =>
    harmless(evidence, 'avslutning', 'avslutninger', () =>
      all(
        areProcessed(evidence),
        still(
          evidence,
          'avslutning',
          'K18',
          'an avslutning should lock nothing',
          evidence.scenes['sletting-of-nothing'].states.K18,
        ),
      ),
    ),
  ),
  row(
    'KV-063',
    ended,
    (evidence) =>
      after(evidence, 'avslutning', () =>
        given(gotOver(evidence, 'avslutning', 'K57'), () =>
          all(...ended.map((debtor, index) => asDeclared(evidence, debtor, index))),
        ),
      ),
    ['state'],
  ),
  row(
    'KV-064',
    ['K24', 'K57'],
    (evidence) =>
      after(evidence, 'avslutning', () =>
        along(
          all(
            gotOver(evidence, 'avslutning', 'K57'),
            delivered([evidence.scenes.avslutning], evidence.scenes.avslutning.notices['K24 avslutning']),
          ),
          () => still(evidence, 'avslutning', 'K24', 'an avslutning with T should lock nothing'),
        ),
      ),
    ['state'],
  ),
  row('KV-066', ['K57', 'K58'], (evidence) =>
    harmless(evidence, 'without-kjennelsesdato', 'a sletting without kjennelsesdato', () => {
      const { target, scenes } = evidence
      const state = scenes['without-kjennelsesdato'].states.K57
      if (state === undefined) return []
      const what = 'a sletting without kjennelsesdato should be acted on'
      return given(slettingWorks(evidence.ordinary), () =>
        labelled('K57', haveStatus(state, { party: target.fixtures.K57, status: ['enabled'], what })),
      )
    }),
  ),
  row('KV-024', ['K43'], (evidence) => harmless(evidence, 'other-fields', 'other fields')),
  row('KV-065', ['K24', 'K25', 'K56'], (evidence) =>
    harmless(evidence, 'unknown-words', 'an unknown type', () =>
      all(
        given(isLocked({ target: evidence.target, scenes: [evidence.ordinary.opened], debtor: 'K28' }), () =>
          gotOver(evidence, 'unknown-words', 'K25', 'an opening with an unknown code should lock all the same'),
        ),
        still(
          evidence,
          'unknown-words',
          'K24',
          'an unknown type should change nothing',
          evidence.scenes.avslutning.states.K24,
        ),
        isReported(
          evidence.scenes['unknown-words'].states.K24,
          evidence.scenes['unknown-words'].notices['K24 fortsettelse'],
        ),
      ),
    ),
  ),
  row('KV-025', ['K44'], (evidence) => harmless(evidence, 'poison', 'a notice that cannot be read')),
  row('KV-019', ['K51', 'K52', 'K53'], (evidence) =>
    after(evidence, 'bulk', () =>
      all(
        ...(['K51', 'K52', 'K53'] as const).map((debtor) =>
          gotOver(evidence, 'bulk', debtor, 'a notice among 12,400 should be acted on'),
        ),
      ),
    ),
  ),
]

/** Whoever keeps a record of what was decided keeps one of what could not be understood. */
function isReported(state: Answer | undefined, notice: NoticeOrder | undefined): Judgement {
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
function areProcessed({ scenes, seen }: Evidence): Judgement {
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
function asDeclared({ target, scenes }: Evidence, debtor: (typeof ended)[number], index: number): Judgement {
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
