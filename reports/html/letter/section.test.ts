import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { people } from '../../../contracts/dsve/fixtures/people.ts'
import { goldenLetters } from '../../golden/letters.ts'
import { goldenTitles } from '../../golden/record.ts'
import { redact } from '../../redact/record.ts'
import { scan } from '../../redact/scan.ts'
import { reportHtml } from '../page.ts'
import { marksOf } from './marks.ts'
import { letters } from './section.ts'

const redacted = redact(goldenLetters)
const marks = marksOf(redacted)
const section = letters(redacted, marks).text
const page = reportHtml(redacted, goldenTitles)

/** `UPDATE_GOLDEN=1` writes it anew; look at the difference before you keep it. */
const file = new URL('../../golden/letters.html', import.meta.url)

describe('the letters of a report', () => {
  it('are as before', () => {
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, section)
    expect(existsSync(file), 'letters.html is missing: run with UPDATE_GOLDEN=1').toBe(true)
    expect(section).toBe(readFileSync(file, 'utf8'))
  })

  it('lead from every finding to its mark, and back', () => {
    const wrong = redacted.report.results.flatMap(({ findings }) => findings)
    expect(wrong.length).toBeGreaterThan(5)
    for (const finding of wrong) {
      const way = marks.ways.get(finding)
      if (way === undefined) throw new Error(`${finding.at} has no mark`)
      expect(page).toContain(`<div class="finding" id="${way.finding}">`)
      expect(page).toContain(`<a href="#${way.mark}"><code>`)
      expect(section).toMatch(new RegExp(`<tr class="marked (fail|warn)" id="${way.mark}">`))
      expect(section).toContain(`<a class="id" href="#${way.finding}">`)
    }
  })

  it('have every id once, and every link leads somewhere', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, to] of page.matchAll(/(?:href="#|labelledby=")([^"]+)"/g)) expect(ids).toContain(to)
  })

  it('say everything in both languages', () => {
    expect([...section.matchAll(/<span class="nb" lang="nb">/g)].length).toBe(
      [...section.matchAll(/<span class="en" lang="en">/g)].length,
    )
  })

  it('tell of nobody, and run nothing', () => {
    for (const { id, etternavn } of Object.values(people)) {
      expect(page).not.toContain(id)
      expect(page).not.toContain(etternavn)
    }
    scan(new Map([['report.html', page]]), goldenLetters.known, [])
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).not.toMatch(/<img/)
  })

  it('stand open where something is wrong, so that nobody needs a script', () => {
    expect(section.match(/<details class="exchange print" id="o\d" open>/g)).toHaveLength(3)
  })

  it('take their turn when there are many of them: those that are wrong, and then as many as there is room for', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ ...goldenLetters.observations[0], id: `o${at + 10}` }))
    const [result] = goldenLetters.report.results
    const note = { what: 'seen', weight: 'note' as const, expected: 1, actual: 1, at: '/', exchange: '' }
    const pass = { ...result, requirement: 'DSVE-999', verdict: 'pass' as const }
    const results = [
      ...goldenLetters.report.results,
      { ...pass, findings: many.map(({ id }) => ({ ...note, exchange: id })) },
    ]
    const observations = [...many, ...goldenLetters.observations]
    const record = { ...goldenLetters, observations, report: { ...goldenLetters.report, results } }
    const all = redact(record as typeof goldenLetters)
    const text = letters(all, marksOf(all)).text
    expect(text.length).toBeLessThan(2_500_000)
    expect(text).toContain('id="o1" open')
    expect(text).toContain('Det var ikke plass til flere svar her')
  })
})
