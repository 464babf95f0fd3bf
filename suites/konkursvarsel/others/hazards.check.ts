import type { FixtureName } from '../../../contracts/fixtures.ts'
import type { HookName } from '../../../contracts/hooks/protocol.ts'
import { all, along, given, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { haveStatus } from '../accounts.ts'
import { hazards } from '../acts/hazards.ts'
import { delivered } from '../delivered.ts'
import { besideOrdinary, isLocked } from '../locked.ts'
import { slettingWorks } from '../sletting/reopens.ts'
import {
  after,
  areProcessed,
  asDeclared,
  type Evidence,
  ended,
  gotOver,
  harmless,
  isReported,
  still,
} from './got-over.ts'

/** Notices at which a bank may stumble: its neighbours are acted on, and it does no harm itself. */

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
