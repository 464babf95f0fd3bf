import { describe, expect, it } from 'vitest'
import { parseIsoDate } from '../../contracts/calendar.ts'
import { register } from '../../contracts/register.ts'
import { differences } from '../../mocks/fjordbanken/differences.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { fjordbankenTarget } from '../targets/fjordbanken.ts'

/**
 * A whole run against the second bank, which is conformant and unlike the first: what is red here is red by mistake. When it
 * is, the check is to be mended and not the bank, unless the catalogue forbids what the bank does.
 */

/** Rows that cannot be judged of this bank, and why. */
const inconclusive: Readonly<Record<string, string>> = {}

const area = 'kontrollinformasjon'
const record = await judgeFjordbanken()

async function judgeFjordbanken() {
  const day = parseIsoDate('2026-11-20')
  if (!day.ok) throw new Error('the day of the tests is no day')
  const target = await fjordbankenTarget({ seed: 1, day: day.value })
  try {
    return await run({
      target,
      rows: { requirements: register.filter((row) => row.area === area), isSelected: () => true },
      checks: await loadChecks([area]),
      ...quietly,
    })
  } finally {
    await target.close()
  }
}

const told = (verdict: string) =>
  record.report.results
    .filter((result) => result.verdict === verdict)
    .map(({ requirement, message, findings }) => ({
      requirement,
      message,
      findings: findings.filter(({ weight }) => weight !== 'note').slice(0, 3),
    }))

describe('the second bank', () => {
  it('gets no fail', () => expect(told('fail')).toEqual([]))

  it('warns only where a difference from a recommendation says so', () => {
    const allowed = new Set(Object.values(differences).flatMap(({ warns = [] }) => warns))
    expect(told('warn').filter(({ requirement }) => !allowed.has(requirement))).toEqual([])
  })

  it('leaves nothing open but what is listed above', () => {
    expect(told('inconclusive').filter(({ requirement }) => !(requirement in inconclusive))).toEqual([])
  })

  it('leaves the harness without an error', () => expect(record.report.errors).toEqual([]))

  it('is judged on every row that is built', () => {
    const built = record.report.results.filter(({ check }) => check !== null)
    expect(built.length).toBeGreaterThan(20)
    expect(built.filter(({ verdict }) => verdict === 'not-tested')).toEqual([])
  })
})

describe('the table of differences', () => {
  it.each(Object.entries(differences))('%s names its clause', (_name, { clause, elsewhere, warns = [] }) => {
    expect(clause).not.toBe('')
    expect(elsewhere).not.toBe('')
    const known = new Set(register.map(({ id }) => id))
    expect(warns.filter((id) => !known.has(id))).toEqual([])
  })
})
