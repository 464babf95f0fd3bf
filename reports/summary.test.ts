import { describe, expect, it } from 'vitest'
import type { Report } from '../contracts/report/report.ts'
import { golden, goldenTitles } from './golden/record.ts'
import { redact } from './redact/record.ts'
import { summaryLines } from './summary.ts'

const { report } = redact(golden)
const incomplete: Report = {
  ...report,
  run: { ...report.run, aborted: false },
  target: { kind: 'external', faults: [] },
  participant: { name: 'Prøvebanken', organisationNumber: '987654325' },
  summary: { ...report.summary, verdict: 'incomplete', judged: 55, observable: 470 },
  results: report.results.filter(({ verdict }) => verdict === 'pass'),
  errors: [],
}

describe('the last lines of the command', () => {
  it('say the verdict, how many were judged, and where the report lies', () => {
    expect(summaryLines(incomplete, { place: 'out/latest/report.html' })).toEqual([
      'Prøvebanken: incomplete. 55 of 470 requirements judged.',
      '0 breach, 0 inconclusive, 0 warning, 4 met, 0 not applicable, 0 not tested',
      'Report: out/latest/report.html',
    ])
  })

  it('are there in Norwegian too', () => {
    expect(summaryLines(incomplete, { language: 'nb' })[0]).toBe(
      'Prøvebanken: ufullstendig. 55 av 470 krav er vurdert.',
    )
  })

  it('name every red with its title and its first finding', () => {
    const lines = summaryLines(report, { titles: goldenTitles })
    expect(lines[0]).toBe('*** ABORTED ***')
    expect(lines.filter((line) => /^(?:BREACH|INCONCLUSIVE) /.test(line))).toHaveLength(14)
    expect(lines).toContain('    x3: the code of the error (expected "ACC-010", got "ACC-001")')
  })

  it('do not obey the participant', () => {
    for (const line of summaryLines(report, { titles: goldenTitles })) expect(line).not.toMatch(/[\p{Cc}\u202e]/u)
  })

  it('stay readable when everything is red', () => {
    const row = report.results.find(({ deviation }) => deviation === undefined)
    const many = Array.from({ length: 300 }, () => row).filter((one) => one !== undefined)
    const lines = summaryLines({ ...report, results: many })
    expect(lines.length).toBeLessThan(100)
    expect(lines.at(-1)).toBe('… and 260 more')
  })
})
