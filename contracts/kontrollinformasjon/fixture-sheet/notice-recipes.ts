import type { PartyFixture } from '../fixtures.ts'
import { keys, plainAccount, refusal } from './common.ts'
import { daysBefore } from './moment.ts'
import type { Recipe } from './recipe.ts'

/** P10 to P13: what they have to tell lies in the notices, and in how old they are. */
export const noticeRecipes: Readonly<Record<Extract<PartyFixture, 'P10' | 'P11' | 'P12' | 'P13'>, Recipe>> = {
  P10: {
    title: { nb: 'Konkursåpning som er slettet', en: 'Opened, then deleted (sletting)' },
    kind: 'anybody',
    published: ['910425463', '08086002265'],
    notices: [
      { type: 'aapning', on: daysBefore(40) },
      { type: 'sletting', on: daysBefore(12) },
    ],
    accounts: [plainAccount('salaryAccount')],
    answer: refusal,
    keys,
  },
  P11: {
    title: { nb: 'Konkursåpning som er opphevet', en: 'Opened, then overturned (oppheving)' },
    kind: 'anybody',
    published: ['910018469', '19020101140'],
    notices: [
      { type: 'aapning', on: daysBefore(40) },
      { type: 'oppheving', on: daysBefore(9) },
    ],
    accounts: [plainAccount('businessAccount')],
    answer: {
      nb: 'Det banken har bestemt; helst avvises forespørselen.',
      en: 'What the bank has decided; preferably a refusal.',
    },
    keys,
  },
  P12: {
    title: { nb: 'Konkursbehandling som er avsluttet', en: 'Opened, then the estate was closed (avslutning)' },
    kind: 'anybody',
    published: ['910375237'],
    notices: [
      { type: 'aapning', on: daysBefore(40) },
      { type: 'avslutning', on: daysBefore(7) },
    ],
    accounts: [plainAccount('businessAccount')],
    answer: { nb: 'Det banken har bestemt.', en: 'What the bank has decided.' },
    keys,
  },
  P13: {
    title: {
      nb: 'I konkurs; kjennelsen er mer enn tolv måneder gammel',
      en: 'Bankrupt; the ruling is more than twelve months old',
    },
    kind: 'anybody',
    notices: [{ type: 'aapning', on: daysBefore(400) }],
    accounts: [
      plainAccount('businessAccount', {
        transactions: { booked: 20 },
        note: {
          nb: 'Noen av transaksjonene er bokført før kjennelsen, noen etter.',
          en: 'Some of the transactions were booked before the ruling, some after it.',
        },
      }),
    ],
    keys,
  },
}
