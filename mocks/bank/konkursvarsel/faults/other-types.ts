import type { Received } from '../../world/received.ts'
import { defineFault } from '../fault.ts'
import { Failure, type Item } from '../model.ts'
import { decide } from '../parts/decide.ts'
import { match } from '../parts/match.ts'
import type { Parts } from '../parts.ts'

/** KV-059 to KV-066: oppheving, avslutning, and what nobody knows. */

const deciding =
  (otherwise: (notice: Received, item: Item) => Partial<Received>): Parts['decide'] =>
  (client, item, detail, units) => {
    const notice = decide(client, item, detail, units)
    return { ...notice, ...otherwise(notice, item) }
  }

const breakingOn =
  (isMet: (notice: Received, item: Item) => boolean): Parts['decide'] =>
  (client, item, detail, units) => {
    const notice = decide(client, item, detail, units)
    if (isMet(notice, item)) throw new Failure('the notice is none that the bank knows')
    return notice
  }

const known = ['aapning', 'sletting', 'oppheving', 'avslutning']
const isUnknown = ({ type }: Received) => !known.includes(type)

export const otherTypeFaults = [
  defineFault({
    id: 'drops-oppheving',
    story: 'The bank need not do anything on oppheving, so it is thrown away.',
    violates: ['KV-059'],
    tolerates: ['KV-061'],
    replaces: { match: (client, item) => item.type !== 'oppheving' && match(client, item) },
  }),
  defineFault({
    id: 'locks-on-oppheving',
    story: 'Every notice is an opening until the contrary is shown.',
    violates: ['KV-060'],
    tolerates: ['KV-061'],
    replaces: { decide: deciding(({ type }) => (type === 'oppheving' ? { effect: 'opens' } : {})) },
  }),
  defineFault({
    id: 'keeps-on-oppheving-against-its-word',
    story: 'What was declared and what was built were decided in two meetings.',
    violates: [],
    tolerates: ['KV-061'],
    replaces: {
      decide: deciding(({ type, decision }) =>
        type === 'oppheving' && decision === 'reopened' ? { effect: 'leaves', decision: 'kept' } : {},
      ),
    },
  }),
  defineFault({
    id: 'breaks-on-avslutning',
    story: 'The client was written for version 1.1.0, and the new type is an error each time.',
    violates: ['KV-062'],
    replaces: { decide: breakingOn(({ type }) => type === 'avslutning') },
  }),
  defineFault({
    id: 'locks-on-avslutning',
    story: 'The end of the proceedings is a reason to look, so the accounts are locked meanwhile.',
    violates: ['KV-062', 'KV-064'],
    replaces: { decide: deciding(({ type }) => (type === 'avslutning' ? { effect: 'opens' } : {})) },
  }),
  defineFault({
    id: 'opens-on-any-avslutning',
    story: 'What is finished is finished: the accounts are opened, whatever the code.',
    violates: ['KV-063'],
    replaces: { decide: deciding(({ type }) => (type === 'avslutning' ? { effect: 'releases' } : {})) },
  }),
  defineFault({
    id: 'takes-handing-back-for-winding-up',
    story: 'T stands for tvangsavvikling, wherever it is written.',
    violates: ['KV-064'],
    replaces: {
      decide(client, item, detail, units) {
        const notice = decide(client, item, detail, units)
        return item.type === 'avslutning' && detail.avslutningskode === 'T' ? { ...notice, effect: 'opens' } : notice
      },
    },
  }),
  defineFault({
    id: 'stops-at-unknown-types',
    story: 'A type that is not in the list is an error, and is tried again for ever.',
    violates: ['KV-065'],
    replaces: { decide: breakingOn(isUnknown) },
  }),
  defineFault({
    id: 'locks-on-unknown-types',
    story: 'What is not understood is taken for the worst.',
    violates: ['KV-065'],
    replaces: { decide: deciding((notice) => (isUnknown(notice) ? { effect: 'opens' } : {})) },
  }),
  defineFault({
    id: 'does-not-lock-on-unknown-codes',
    story: 'An opening whose code is not in the table is put aside.',
    violates: ['KV-065'],
    replaces: {
      decide: deciding(({ type, decision }) =>
        type === 'aapning' && decision === 'not-understood' ? { effect: 'leaves' } : {},
      ),
    },
  }),
  defineFault({
    id: 'says-nothing-of-unknown-values',
    story: 'What is not understood is left, and nobody hears of it.',
    violates: ['KV-065'],
    replaces: { decide: deciding(({ decision }) => (decision === 'not-understood' ? { decision: null } : {})) },
  }),
  defineFault({
    id: 'needs-a-ruling-everywhere',
    story: 'Every notice has a kjennelsesdato in the examples.',
    violates: ['KV-074'],
    tolerates: ['KV-066'],
    replaces: { decide: breakingOn(({ kjennelsesdato }) => kjennelsesdato === null) },
  }),
]
