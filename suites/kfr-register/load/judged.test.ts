import { describe, expect, it } from 'vitest'
import { requirement } from '../../../contracts/register.ts'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { condensed } from '../../kit/run/condense.ts'
import { rule } from '../../kit/run/verdict.ts'
import { answerWith, json } from '../../kit/testing/exchange.ts'
import { times, windowOf } from '../../kit/testing/window.ts'
import { besideBatch, calm, type Played } from './acts.ts'
import checks from './load.check.ts'

/** What the service levels make of windows made by hand: counts of a standard window, far from what is allowed or at it. */

const own = '314703103'
const shown = answerWith({ content: json({ banks: [{ organizationID: own, bankName: 'x', activeAccount: false }] }) })
const accepted = answerWith({ status: 201 })
const n = 1200

type Made = Parameters<typeof windowOf>[0]
const quick = times(n, 30)
const having = (
  count: number,
  ...others: Parameters<typeof times> extends [number, ...infer Rest] ? Rest : never
): Made => [...times(n - count, 30), ...times(count, ...others)]

type Round = Played['rounds'][number]
const round: Round = { accepted, ingested: shown, beside: null }
const playedWith = (windows: readonly LoadWindow[], rounds: readonly Round[] = [round]): Played => ({
  own,
  rounds,
  windows,
})

const besideRound: Round = { ...round, beside: accepted }

async function verdictsOn(usual: Made, beside: Made, rounds: readonly Round[] = [besideRound]) {
  const played = new Map<unknown, Played>([
    [calm, playedWith([windowOf(usual)])],
    [besideBatch, playedWith([windowOf(beside)], rounds)],
  ])
  const doors = { play: async (act: unknown) => played.get(act) } as unknown as Doors
  const found = []
  for (const check of checks) {
    const row = requirement(check.verifies)
    if (row === undefined) throw new Error(`there is no row ${check.verifies}`)
    const { judgement, omitted } = condensed((await check.begin(doors))([]))
    found.push(rule(row, judgement, false, omitted).verdict)
  }
  return found
}

describe('KFRO-073, KFRO-074 and KFRO-076', () => {
  it.each([
    ['a register that is quick', quick, quick, ['inconclusive', 'pass', 'pass']],
    ['as many slow answers as show a pass', having(6, 600), quick, ['inconclusive', 'pass', 'pass']],
    ['one more', having(7, 600), quick, ['inconclusive', 'inconclusive', 'pass']],
    ['as many slow answers as show a breach', having(19, 600), quick, ['inconclusive', 'fail', 'pass']],
    [
      'one in a thousand refused for coming too often',
      having(1, 5, { status: 429 }),
      quick,
      ['inconclusive', 'pass', 'pass'],
    ],
    [
      'one in a hundred refused for coming too often',
      having(12, 5, { status: 429 }),
      quick,
      ['fail', 'inconclusive', 'pass'],
    ],
    ['five in a hundred refused for coming too often', having(60, 5, { status: 429 }), quick, ['fail', 'fail', 'pass']],
    ['two in a hundred that fail at once', having(24, 5, { status: 503 }), quick, ['fail', 'fail', 'pass']],
    ['slow answers beside a batch', quick, having(60, 700), ['inconclusive', 'pass', 'warn']],
    ['refusals beside a batch', quick, having(60, 5, { status: 429 }), ['inconclusive', 'pass', 'warn']],
  ] as const)('of %s', async (_what, usual, beside, expected) => {
    expect(await verdictsOn(usual, beside)).toEqual(expected)
  })

  it.each([
    ['none refused', quick, 'pass'],
    ['one in a thousand refused', having(1, 5, { status: 429 }), 'pass'],
    ['one in a hundred refused', having(12, 5, { status: 429 }), 'fail'],
  ] as const)('of ten minutes with %s', async (_what, two, expected) => {
    const ten = Array.from({ length: 5 }, () => two).flat()
    expect((await verdictsOn(ten, quick))[0]).toBe(expected)
  })

  it('say nothing where the batch beside the load was refused', async () => {
    const refused = { ...round, beside: answerWith({ status: 503 }) }
    expect(await verdictsOn(quick, quick, [refused])).toEqual(['inconclusive', 'pass', 'inconclusive'])
  })

  it.each([
    ['was refused beside a later window', { ...round, beside: answerWith({ status: 503 }) }],
    [
      'before a later window was never stored',
      { ...besideRound, ingested: answerWith({ content: json({ banks: [] }) }) },
    ],
  ])('say nothing where the batch %s: who was to be ended there is nobody', async (_what, later) => {
    const ends = having(600, 5, { status: 404 })
    expect(await verdictsOn(quick, ends, [besideRound, later])).toEqual(['inconclusive', 'pass', 'inconclusive'])
  })
})
