import { addDays, minusMonths } from '../../../contracts/calendar.ts'
import { avviklingskoder } from '../../../contracts/konkursvarsel/codes.ts'
import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { monthsBeforeRuling } from '../../../contracts/kontrollinformasjon/profile.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { listOf, noticeCase, rulingOf } from '../as-brreg.ts'
import { type Draft, openLedger } from '../ledger.ts'
import { idOf, playScene, probe } from '../scene.ts'

/** Openings of every kind side by side, what takes some of them back, and what is delivered once more. */
export const openings = defineAct({
  name: 'openings',
  polls: 3,
  movesClock: false,
  play: async (stage) => {
    const ledger = openLedger(stage, 'openings')
    await stage.scene('before')
    const before = await probe(stage, { lists: ['K8'], states: watched, uses: ['K46'] })
    const isOpened = (debtor: Draft['debtor']) => debtor !== 'K47' || !stage.offers('clock')
    const opened = await playScene(stage, ledger, {
      name: 'opened',
      // Who lets its clock be moved gets that of a Saturday on one.
      publishes: openingsOfAll.filter(({ debtor }) => isOpened(debtor)),
      // Nobody is asked about in vain who is opened later: a bank may remember that it refused.
      lists: opening.filter(isOpened),
      states: [...watched, 'K10', 'K19'],
      uses: ['K46'],
    })
    await stage.scene('meanwhile')
    const boundaries = await boundariesOf(stage)
    const meanwhile = await accountsChange(stage)
    const later = await playScene(stage, ledger, {
      name: 'taken-back',
      makes: [
        { party: 'brreg', does: 'orders', order: 'descending' },
        { party: 'brreg', does: 'compares-inclusively' },
      ],
      publishes: takenBack,
      repeats: [opened.notices.K45].filter((order) => order !== undefined),
      lists: ['K16', 'K37', 'K45', 'K46'],
      states: [...watched, 'K10', 'K16', 'K17', 'K19', 'K54', 'K55'],
    })
    const again = await playScene(stage, ledger, {
      name: 'again',
      publishes: [
        { debtor: 'K34', registered: 'late' },
        { debtor: 'K55', name: 'K55 again' },
        { debtor: 'K45', type: 'sletting', name: 'K45 sletting' },
      ],
      repeats: [opened.notices.K54].filter((order) => order !== undefined),
      lists: ['K34', 'K45', 'K55'],
      states: ['K45', 'K54'],
    })
    const seen = await stage.seen()
    return { target: stage.target, before, opened, boundaries, meanwhile, later, again, seen }
  },
})

/** K46 is the ordinary one, beside which the others are seen. */
const opening = [
  'K2',
  'K3',
  'K6',
  'K8',
  'K10',
  'K12',
  'K14',
  'K16',
  'K19',
  'K26',
  'K27',
  'K28',
  'K29',
  'K30',
  'K31',
  'K32',
  'K33',
  'K46',
  'K47',
  'K48',
  'K49',
  'K54',
  'K55',
  'K35',
  'K36',
  // Last, so that it comes again where the time that was read last is listed inclusively.
  'K45',
] as const satisfies readonly KonkursFixture[]

/** Whose accounts are not to be touched, or not by a notice about themselves. */
const watched = ['K4', 'K7', 'K9', 'K11', 'K13', 'K15', 'K16', 'K18'] as const satisfies readonly KonkursFixture[]

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  K26: { konkursgrunnlag: 'B' },
  K27: { konkursgrunnlag: 'O' },
  ...Object.fromEntries(
    avviklingskoder.map((avviklingskode, index) => [`K${28 + index}`, { konkursgrunnlag: 'T', avviklingskode }]),
  ),
}

const special: Readonly<Partial<Record<KonkursFixture, Partial<Draft>>>> = {
  K10: { linked: [{ fixture: 'K11', organisasjonsform: 'ENK' }] },
  K12: { linked: [{ fixture: 'K13', organisasjonsform: 'TVAM' }] },
  K14: { konkursbo: 'K15' },
  K36: { registered: 'twin' },
}

const openingsOfAll: readonly Draft[] = [
  { debtor: 'K5', namedLike: 'K4' },
  { debtor: 'nobody', name: 'stranger' },
  ...opening.map((debtor) => ({ debtor, ...special[debtor], ...(codes[debtor] ? { detail: codes[debtor] } : {}) })),
]

const takenBack: readonly Draft[] = [
  { debtor: 'K37', registered: 'twin-of-earlier' },
  { debtor: 'K46', name: 'K46 again' },
  { debtor: 'K17' },
  ...(['K16', 'K17', 'K54', 'K55', 'K10'] as const).map((debtor) => ({
    debtor,
    type: 'sletting',
    name: `${debtor} sletting`,
  })),
  { debtor: 'K19', type: 'oppheving', name: 'K19 oppheving' },
  // Of somebody whose accounts are open: only there can it be seen that an oppheving locks.
  { debtor: 'K4', type: 'oppheving', name: 'K4 oppheving' },
]

/** The last day that may be asked from, and the day before it. */
async function boundariesOf(stage: Stage) {
  const pairs: Partial<Record<KonkursFixture, Awaited<ReturnType<typeof pairOf>>>> = {}
  for (const name of ['K26', 'K49'] as const)
    if (stage.target.fixtures[name] !== undefined) pairs[name] = await pairOf(stage, name)
  return pairs
}

async function pairOf(stage: Stage, name: KonkursFixture) {
  const { list } = noticeCase(stage.target, name)
  const boundary = minusMonths(rulingOf(stage.target, name), monthsBeforeRuling)
  return {
    within: await stage.ask(list, { query: { fromDate: boundary } }),
    before: await stage.ask(list, { query: { fromDate: addDays(boundary, -1) } }),
  }
}

/** While the bankruptcies are open one account is closed, and one is opened. */
async function accountsChange(stage: Stage) {
  const { K16, K46 } = stage.target.fixtures
  const closing = K16?.accounts?.find(({ product }) => product === 'otherAccount')?.accountIdentifier
  const closed =
    stage.offers('close-account') && K16 !== undefined && closing !== undefined
      ? await stage.hook('close-account', { party: K16.id, accountIdentifier: closing })
      : null
  const added =
    stage.offers('open-account') && K46 !== undefined
      ? await stage.hook('open-account', { party: idOf(stage, 'K46') })
      : null
  const list = added === null ? null : await stage.ask(listOf(stage.target, 'K46'))
  return { closed, closing: closing ?? null, added, list }
}
