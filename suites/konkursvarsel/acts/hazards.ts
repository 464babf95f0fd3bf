import { avslutningskoder } from '../../../contracts/konkursvarsel/codes.ts'
import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { defineAct } from '../../kit/run/act.ts'
import { openLedger } from '../ledger.ts'
import { type Plan, playScene, probe, type Scene } from '../scene.ts'

/**
 * Notices at which a bank may stumble, each beside an ordinary one, one after the other: who stumbles over one for good
 * is not asked about the next.
 */
export const hazards = defineAct({
  name: 'hazards',
  polls: 7,
  movesClock: false,
  play: async (stage) => {
    const ledger = openLedger(stage, 'hazards')
    await stage.scene('before')
    const before = await probe(stage, { states: ['K18', 'K24'] })
    const scenes: Partial<Record<HazardName, Scene>> = {}
    for (const [name, plan] of Object.entries(plans)) {
      scenes[name as HazardName] = await playScene(stage, ledger, { ...plan, name })
    }
    return { target: stage.target, before, scenes: scenes as Hazards, seen: await stage.seen() }
  },
})

export type HazardName = keyof typeof plans
type Hazards = Readonly<Record<HazardName, Scene>>

const ended = ['K20', 'K21', 'K22', 'K23'] as const satisfies readonly KonkursFixture[]

const plans = {
  'sletting-of-nothing': {
    publishes: [
      { debtor: 'K18', type: 'sletting', name: 'K18 sletting' },
      { debtor: 'K59' },
      ...ended.map((debtor) => ({ debtor })),
    ],
    lists: ['K59', ...ended],
    states: ['K18', ...ended],
  },
  avslutning: {
    publishes: [
      ...ended.map((debtor, index) => ({
        debtor,
        type: 'avslutning',
        name: `${debtor} avslutning`,
        detail: { avslutningskode: avslutningskoder[index] },
      })),
      // Of somebody whose accounts are open: only there can it be seen that an avslutning locks.
      ...(['M', 'U', 'A'] as const).map((avslutningskode) => ({
        debtor: 'K18' as const,
        type: 'avslutning',
        name: `K18 avslutning ${avslutningskode}`,
        detail: { avslutningskode },
      })),
      { debtor: 'K24', type: 'avslutning', name: 'K24 avslutning', detail: { avslutningskode: 'T' } },
      { debtor: 'K57' },
    ],
    lists: ['K57'],
    states: ['K18', 'K24', ...ended],
  },
  'without-kjennelsesdato': {
    publishes: [
      { debtor: 'K57', type: 'sletting', name: 'K57 sletting', without: ['kjennelsesdato'] },
      { debtor: 'K58' },
    ],
    lists: ['K58'],
    states: ['K57'],
  },
  'other-fields': {
    publishes: [
      {
        debtor: 'K43',
        extra: { nyttFelt: 'x', nyListe: [{ a: 1 }], nyttObjekt: { b: null } },
        without: ['debitornavn', 'tingrett', 'saksnummer', 'bostyrer', 'fristdag', 'fordringsfrist'],
      },
    ],
    lists: ['K43'],
  },
  'unknown-words': {
    publishes: [
      { debtor: 'K24', type: 'fortsettelse', name: 'K24 fortsettelse' },
      { debtor: 'K25', detail: { konkursgrunnlag: 'T', avviklingskode: 'TVKA' } },
      { debtor: 'K56' },
    ],
    lists: ['K25', 'K56'],
    states: ['K24'],
  },
  poison: {
    publishes: [
      { debtor: 'nobody', name: 'poison', without: ['debitor', 'type'], extra: { kjennelsesdato: 42 } },
      { debtor: 'K44' },
    ],
    lists: ['K44'],
  },
  bulk: {
    publishes: [
      { debtor: 'K51', registered: 0 },
      { debtor: 'K52', registered: 10_000 },
      { debtor: 'K53', registered: 21_000 },
    ],
    filler: { count: 12_397, from: 1, to: 20_000 },
    lists: ['K51', 'K52', 'K53'],
  },
} as const satisfies Readonly<Record<string, Omit<Plan, 'name'>>>
