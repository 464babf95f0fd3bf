import { describe, expect, it } from 'vitest'
import { flows } from '../../contracts/dsve/declared.ts'
import { caseIds } from '../../contracts/dsve/fixtures/cases.ts'
import { answerTo } from '../../contracts/dsve/messages.ts'
import { requirement } from '../../contracts/register.ts'
import type { Verdict } from '../../contracts/report/verdict.ts'
import { loadChecks } from '../checks.ts'
import { rule } from '../kit/run/verdict.ts'
import { letterOf } from '../kit/testing/letter.ts'
import { requestOfFlow } from './questions.ts'
import { answersMade, judgedBy } from './testing/lettered.ts'

const checks = await loadChecks(['dsve'])

describe.each(flows)('a bank that answers %s alone', (flow) => {
  it('is judged by that, and the other flow is not applicable', async () => {
    const reply = answerTo[requestOfFlow[flow]]
    const made = caseIds.map((fixture) => ({ fixture, reply, letter: letterOf(fixture, reply) }))
    const seen = answersMade(made, { flows: [flow] })
    const rows: Partial<Record<Verdict, string[]>> = {}
    for (const check of checks) {
      const [judgement, row] = [await judgedBy(check, seen), requirement(check.verifies)]
      if (judgement === null || row === undefined) continue
      const { verdict } = rule(row, judgement, true)
      rows[verdict] = [...(rows[verdict] ?? []), row.id]
    }
    expect([rows.fail, rows.warn]).toEqual([undefined, undefined])
    const ofOther = flow === 'restgjeld' ? ['DSVE-170', 'DSVE-176', 'DSVE-179'] : ['DSVE-150', 'DSVE-156', 'DSVE-160']
    expect(rows['not-applicable']).toEqual(expect.arrayContaining([...ofOther, 'DSVE-111', 'DSVE-181']))
    expect(rows.pass).toEqual(expect.arrayContaining(['DSVE-002', 'DSVE-003', 'DSVE-100', 'DSVE-130', 'DSVE-190']))
  })
})
