import { describe, expect, it } from 'vitest'
import type { Report } from '../contracts/report/report.ts'
import { golden, goldenTitles } from './golden/record.ts'
import { junit } from './junit.ts'
import { redact } from './redact/record.ts'
import { xml } from './xml.ts'

const { report } = redact(golden)
const text = junit(report, goldenTitles)
const count = (pattern: RegExp) => [...text.matchAll(pattern)].length
const attribute = (element: string, name: string) =>
  Number(new RegExp(`<${element} [^>]*\\b${name}="([^"]*)"`).exec(text)?.[1])

describe('junit.xml', () => {
  it('counts what it holds', () => {
    expect(attribute('testsuites', 'tests')).toBe(count(/<testcase /g))
    expect(attribute('testsuites', 'failures')).toBe(count(/<failure /g))
    expect(attribute('testsuites', 'errors')).toBe(count(/<error /g))
    expect(attribute('testsuites', 'skipped')).toBe(count(/<skipped /g))
  })

  it('maps every verdict', () => {
    const { fail, inconclusive, warn, notApplicable, notTested } = report.summary
    expect(count(/<failure /g)).toBe(fail)
    expect(count(/<error /g)).toBe(inconclusive + report.errors.length)
    expect(count(/<skipped message="[^"]+"/g)).toBe(notApplicable + notTested)
    expect(count(/<system-out>warning: /g)).toBe(warn)
  })

  it('has a suite for each area and one for the run', () => {
    expect([...text.matchAll(/<testsuite name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'run',
      'kontrollinformasjon',
      'konkursvarsel',
      'dsve',
    ])
  })

  it('makes an error of an aborted run', () => {
    expect(junit({ ...report, errors: [] } satisfies Report, goldenTitles)).toContain('name="aborted: aborted"')
  })

  it('is well-formed whatever is put in', () => {
    const elements: string[] = []
    const rest = text
      .replace(/<\?xml[^>]*\?>/, '')
      .replace(/<(\/?)([a-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/g, (_tag, close, name, _attributes, empty) => {
        if (close === '/') expect(elements.pop()).toBe(name)
        else if (empty !== '/') elements.push(name)
        return ''
      })
    expect(elements).toEqual([])
    expect(rest).not.toMatch(/[<>]/)
    expect(rest.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&')
  })

  it('escapes what XML cannot hold', () => {
    expect(xml('a\u0000b\u001bc\ufffed\ud800e]]>\n"\'')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde]]&gt;&#10;&quot;&#39;')
    expect(xml('æøå 🏦')).toBe('æøå 🏦')
  })
})
