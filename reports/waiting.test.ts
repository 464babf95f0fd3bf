import { describe, expect, it } from 'vitest'
import type { Finding, Report, Result } from '../contracts/report/report.ts'
import { golden, goldenTitles } from './golden/record.ts'
import { headline } from './html/headline.ts'
import { summaryLines } from './summary.ts'
import { parentsOf } from './waiting.ts'

const [model] = golden.report.results
if (model === undefined) throw new Error('the golden record has no result')
const row = (requirement: string, changes: Partial<Result>): Result => ({
  ...model,
  requirement,
  verdict: 'inconclusive',
  reason: 'need-not-met',
  findings: [],
  ...changes,
})
const breach = (exchange: string): Finding => ({
  what: 'the client certificate should be valid',
  weight: 'breach',
  expected: true,
  actual: false,
  at: '/brreg/tls/certificate/trusted',
  exchange,
})

const waiting = Array.from({ length: 57 }, (_, at) => {
  const id = `4b0e9d4e-6a5c-4a3f-8f6e-0d2f5a1b7c${String(at).padStart(2, '0')}`
  const evidence = at < 50 ? 'o25' : 'o60'
  const label = at % 3 === 0 ? `K${at + 1}: ` : at % 3 === 1 ? 'list-503: K46: ' : ''
  const message = `${label}the notice ${id} was never fetched: no list was served (${evidence}); and 1 more`
  return row(`KV-${100 + at}`, { message })
})
const cause = row('KV-002', { verdict: 'fail', reason: null, findings: ['o24', 'o25'].map(breach) })
const other = row('KV-003', { verdict: 'fail', reason: null, findings: [breach('o60')] })

describe('what many rows wait for', () => {
  it('may be a measurement that says nothing about anybody', () => {
    const message = 'the generator of load is itself to blame: w2: 3 requests never left the generator'
    const rows = Array.from({ length: 6 }, (_, at) => row(`YT-00${at + 1}`, { reason: 'generator-unhealthy', message }))
    expect(parentsOf(rows)).toEqual([{ breach: null, says: message, rows: rows.map(({ requirement }) => requirement) }])
  })

  it('is the breach that stands on what they lacked, whatever each of them was about', () => {
    const [parent, ...more] = parentsOf([other, cause, ...waiting])
    expect(more).toEqual([])
    expect(parent?.breach?.requirement).toBe('KV-002')
    expect(parent?.rows).toHaveLength(57)
    expect(parent?.says).toBe('the notice … was never fetched: no list was served')
  })

  it('is what they say, where nobody is red about it', () => {
    expect(parentsOf(waiting)).toMatchObject([
      { breach: null, says: 'the notice … was never fetched: no list was served' },
    ])
    expect(parentsOf([...waiting.slice(0, 4), cause])).toEqual([])
  })

  it('is two things where there are two, the larger first', () => {
    const tokens = Array.from({ length: 9 }, (_, at) =>
      row(`KI-${at}`, { message: `needed first: should answer 200 (x${at + 1})` }),
    )
    const found = parentsOf([...tokens, cause, ...waiting])
    expect(found.map(({ rows }) => rows.length)).toEqual([57, 9])
    expect(found[1]).toMatchObject({ breach: null, says: 'needed first: should answer 200' })
  })

  const report: Report = { ...golden.report, errors: [], results: [cause, ...waiting] }

  it('stands at the top of the report, with the way to it', () => {
    const { text } = headline(report, goldenTitles)
    expect(text).toContain('57 krav som ikke er avgjort, venter på dette')
    expect(text).toContain('57 undecided requirements wait for this')
    expect(text).toContain('<a class="id" href="#KV-002">KV-002</a>')
    expect(headline({ ...report, results: [cause] }, goldenTitles).text).not.toContain('wait for this')
  })

  it('stands before the reds on a terminal', () => {
    const lines = summaryLines(report, { titles: goldenTitles })
    const at = lines.findIndex((line) => line.startsWith('57 undecided requirements wait for KV-002'))
    expect(at).toBeGreaterThan(0)
    expect(at).toBeLessThan(lines.findIndex((line) => line.startsWith('BREACH')))
  })
})
