import { describe, expect, it } from 'vitest'
import { damages } from '../../../contracts/dsve/damages/all.ts'
import { requirement } from '../../../contracts/register.ts'
import { loadChecks } from '../../checks.ts'
import { rule } from '../../kit/run/verdict.ts'
import { letterOf } from '../../kit/testing/letter.ts'
import { answersMade, judgedBy, wrongIn } from '../testing/lettered.ts'

/** Every kind of damaged answer, through the checks: which rows say so, and where. */

const checks = await loadChecks(['dsve'])
const made = ({ of, reply, does, version }: (typeof damages)[number]) =>
  answersMade([{ fixture: of, reply, letter: letterOf(of, reply, does, version) }])
const harmful = damages.filter(({ finds }) => Object.keys(finds).length > 0)

it('there are at least sixty kinds', () => expect(harmful.length).toBeGreaterThanOrEqual(60))

describe('an answer with', () => {
  it.each(damages)('$what ($of, $reply) is judged: $finds', async (damage) => {
    const wrong = await wrongIn(checks, made(damage))
    const weights = Object.fromEntries(Object.entries(wrong).map(([row, { weight }]) => [row, weight]))
    expect(weights).toEqual(damage.finds)
    const places = Object.values(wrong).flatMap(({ places: some }) => some)
    if (damage.path !== undefined) expect(places).toContain(damage.path)
  })
})

describe('other or fewer dates than asked for', () => {
  const isLenient = ({ finds }: (typeof damages)[number]) => Object.keys(finds).every((row) => row === 'DSVE-171')
  const some = damages.filter((damage) => /\bdates?\b/.test(damage.what) && isLenient(damage))

  it.each(some)('never fail, not even strictly: $what ($of)', async (damage) => {
    for (const check of checks) {
      const row = requirement(check.verifies)
      const judgement = await judgedBy(check, made(damage))
      if (row !== undefined && judgement !== null)
        expect([check.verifies, rule(row, judgement, true).verdict]).not.toEqual([check.verifies, 'fail'])
    }
  })

  it('are tried', () => expect(some.length).toBeGreaterThanOrEqual(4))
})
