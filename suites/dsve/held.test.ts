import { expect, it } from 'vitest'
import type { CaseId } from '../../contracts/dsve/fixtures/cases.ts'
import { caseIds } from '../../contracts/dsve/fixtures/cases.ts'
import { requirement } from '../../contracts/register.ts'
import { loadChecks } from '../checks.ts'
import { rule } from '../kit/run/verdict.ts'
import { letterOf } from '../kit/testing/letter.ts'
import { plainQuestions } from './questions.ts'
import { standsOn } from './stands-on.ts'
import { answersMade, judgedBy } from './testing/lettered.ts'

const without: readonly CaseId[] = ['S2', 'S6', 'S16', 'S21', 'S25', 'S26', 'S28', 'S30']
const alone = Object.entries(standsOn).flatMap(([row, cases]) =>
  cases.every((name) => without.includes(name)) ? [row] : [],
)

it('of a case that a bank cannot hold nobody asks', () => {
  const asked = new Set(plainQuestions({ dsve: { without } }).map(({ inquiry }) => inquiry.fixture))
  expect([...asked]).toEqual(caseIds.filter((name) => !without.includes(name)))
})

it('what stands on such cases alone is not judged, and says why; the rest is judged as before', async () => {
  const made = caseIds
    .filter((name) => !without.includes(name))
    .flatMap((fixture) =>
      (['restgjeldssvar', 'innfrielsessaldosvar'] as const).map((reply) => ({
        fixture,
        reply,
        letter: letterOf(fixture, reply),
      })),
    )
  const seen = answersMade(made, { without })
  const missing: string[] = []
  for (const check of await loadChecks(['dsve'])) {
    const [judgement, row] = [await judgedBy(check, seen), requirement(check.verifies)]
    if (judgement === null || row === undefined) continue
    const { verdict, reason, message } = rule(row, judgement, true)
    expect([row.id, verdict, message]).not.toEqual([row.id, expect.stringMatching(/fail|warn/), message])
    if (reason === 'fixture-missing') {
      missing.push(row.id)
      expect(message).toContain(`the participant has no ${standsOn[row.id]?.join(', ')} ("dsve.without")`)
    }
  }
  expect(missing.sort()).toEqual(alone.sort())
})
