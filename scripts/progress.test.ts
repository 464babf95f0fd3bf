import { describe, expect, it } from 'vitest'
import type { Result } from '../contracts/report/report.ts'
import type { RunEvent } from '../suites/kit/run/events.ts'
import type { Console } from './cli/command.ts'
import { createProgress } from './progress.ts'

const asking = (done: number): RunEvent => ({ kind: 'asking', requirement: `KI-ACC-00${done}`, done, total: 9 })
const judged = (requirement: string, verdict: 'pass' | 'fail'): RunEvent => ({
  kind: 'judged',
  result: { requirement, verdict } as Result,
})

function shown(isTerminal: boolean, events: readonly RunEvent[], now = 0) {
  const lines: string[] = []
  const progress = createProgress(
    { err: (text: string) => lines.push(text), isTerminal } as unknown as Console,
    () => now,
  )
  for (const event of events) progress.tell(event)
  return lines
}

const events = [asking(0), judged('KI-ACC-000', 'pass'), asking(1), judged('KI-ACC-001', 'fail'), asking(2)]

describe('progress', () => {
  it('tells on a terminal what was asked, and the verdicts so far', () => {
    expect(shown(true, events).map((line) => line.slice(4))).toEqual([
      '0 of 9 asked, KI-ACC-000, 0 s',
      'first verdict: KI-ACC-000 pass, 0 s',
      '1 of 9 asked (1 pass), KI-ACC-001, 0 s',
      '2 of 9 asked (1 pass, 1 fail), KI-ACC-002, 0 s',
    ])
  })

  it('tells elsewhere when it began and when the first verdict came, and not every question', () => {
    expect(shown(false, events)).toEqual(['0 of 9 asked, KI-ACC-000, 0 s\n', 'first verdict: KI-ACC-000 pass, 0 s\n'])
  })

  it('tells at once and for good what people are to do now', () => {
    const until = new Date('2026-11-20T08:10:00Z')
    const told: readonly RunEvent[] = [asking(0), { kind: 'instructing', what: 'open an account for F2', until }]
    const soon = Date.parse('2026-11-20T08:00:00Z')
    expect(shown(false, told, soon).at(-1)).toBe('TO DO: open an account for F2 (until 08:10:00 UTC)\n')
    expect(shown(true, told, soon).at(-1)).toBe('TO DO: open an account for F2 (until 08:10:00 UTC)\n')
    const theDayBefore = soon - 86_400_000
    expect(shown(false, told, theDayBefore).at(-1)).toBe(
      'TO DO: open an account for F2 (until 2026-11-20 08:10:00 UTC)\n',
    )
  })
})
