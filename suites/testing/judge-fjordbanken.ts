import { parseIsoDate } from '../../contracts/calendar.ts'
import { register } from '../../contracts/register.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import type { Area } from '../../contracts/requirement.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { fjordbankenTarget } from '../targets/fjordbanken.ts'

/** One whole run of an area against the second bank, on sockets, for tests. */
export async function judgeFjordbanken(area: Area): Promise<RunRecord> {
  const day = parseIsoDate('2026-11-20')
  if (!day.ok) throw new Error('the day of the tests is no day')
  const target = await fjordbankenTarget({ seed: 1, day: day.value, areas: [area] })
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

/** The rows of a verdict, with what decided them: as much of it as a test that fails has to show. */
export const toldOf = ({ report }: RunRecord, verdict: string) =>
  report.results
    .filter((result) => result.verdict === verdict)
    .map(({ requirement, message, findings }) => ({
      requirement,
      message,
      findings: findings.filter(({ weight }) => weight !== 'note').slice(0, 3),
    }))
