import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import schema from '../contracts/report/report.schema.json' with { type: 'json' }
import {
  inconclusiveReasons,
  notApplicableReasons,
  notTestedReasons,
  verdicts,
  weights,
} from '../contracts/report/verdict.ts'
import { areas } from '../contracts/requirement.ts'
import { golden } from './golden/record.ts'
import { redact } from './redact/record.ts'
import { reportJson } from './report-json.ts'

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true })
formats.default(ajv)
const validate = ajv.compile(schema)

/** Anything goes in a test that breaks things. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to put in what the types forbid
const report = (): any => JSON.parse(reportJson(redact(golden).report))

describe('report.schema.json', () => {
  it('takes the golden report', () => {
    expect(validate(report()), JSON.stringify(validate.errors)).toBe(true)
  })

  it('takes members that a later version has added', () => {
    expect(validate({ ...report(), deviations: [] })).toBe(true)
  })

  it('knows every member that is written', () => {
    const properties = schema.$defs.result.properties
    expect(Object.keys(report())).toEqual(Object.keys(schema.properties))
    expect(Object.keys(report().results[0])).toEqual(Object.keys(properties))
    expect(Object.keys(report().results[0].findings[0])).toEqual(Object.keys(schema.$defs.finding.properties))
    expect(Object.keys(report().run)).toEqual(Object.keys(schema.$defs.run.properties))
    expect(Object.keys(report().summary)).toEqual(Object.keys(schema.$defs.summary.properties))
    expect(Object.keys(report().loads[0])).toEqual(Object.keys(schema.$defs.load.properties))
    expect(Object.keys(report().loads[0].figures)).toEqual(Object.keys(schema.$defs.loadFigures.properties))
  })

  it('has the words of the contract', () => {
    const { area, verdict } = schema.$defs.result.properties
    const [, inconclusive, notApplicable, notTested] = schema.$defs.result.oneOf
    expect(area.enum).toEqual(areas)
    expect(verdict.enum).toEqual(verdicts)
    expect(schema.$defs.finding.properties.weight.enum).toEqual(weights)
    expect(inconclusive?.properties.reason.enum).toEqual(inconclusiveReasons)
    expect(notApplicable?.properties.reason.enum).toEqual(notApplicableReasons)
    expect(notTested?.properties.reason.enum).toEqual(notTestedReasons)
  })

  const required = [
    ...Object.keys(schema.properties).filter((name) => !['loads', 'redaction'].includes(name)),
    ...schema.$defs.run.required.map((name) => `run.${name}`),
    ...schema.$defs.summary.required.map((name) => `summary.${name}`),
    ...schema.$defs.result.required.map((name) => `results.0.${name}`),
    ...schema.$defs.finding.required.map((name) => `results.0.findings.0.${name}`),
    ...schema.$defs.error.required.map((name) => `errors.0.${name}`),
    ...schema.$defs.load.required.map((name) => `loads.0.${name}`),
    ...schema.$defs.loadFigures.required.map((name) => `loads.0.figures.${name}`),
  ]
  it.each(required)('refuses a report without %s', (path) => {
    const broken = report()
    const names = path.split('.')
    const last = names.pop() ?? ''
    delete names.reduce((value, name) => value[name], broken)[last]
    expect(validate(broken)).toBe(false)
  })

  it.each([
    ['a verdict that is none', (broken: ReturnType<typeof report>) => (broken.results[0].verdict = 'passed')],
    ['a reason for a pass', (broken: ReturnType<typeof report>) => (broken.results[5].reason = 'deadline')],
    [
      'a reason of another verdict',
      (broken: ReturnType<typeof report>) => (broken.results[8].reason = 'not-built-yet'),
    ],
    ['not tested without a reason', (broken: ReturnType<typeof report>) => (broken.results.at(-1).reason = null)],
    ['a count that is none', (broken: ReturnType<typeof report>) => (broken.summary.judged = -1)],
    ['a day that does not exist', (broken: ReturnType<typeof report>) => (broken.run.day = '2026-02-30')],
    ['another version', (broken: ReturnType<typeof report>) => (broken.schema = 'samsvar.report/2')],
    ['a check without a line', (broken: ReturnType<typeof report>) => (broken.results[0].check = 'suites/a.ts')],
    ['a finding about nothing', (broken: ReturnType<typeof report>) => (broken.results[0].findings[0].exchange = '')],
  ])('refuses %s', (_name, mutilate) => {
    const broken = report()
    mutilate(broken)
    expect(validate(broken)).toBe(false)
  })
})
