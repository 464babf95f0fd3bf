import type { Report, Result } from '../contracts/report/report.ts'
import type { Verdict } from '../contracts/report/verdict.ts'
import { describe, type Titles } from './titles.ts'
import { reasonWords } from './words.ts'
import { xml } from './xml.ts'

/** `junit.xml`: one suite for each area, and one for what went wrong with the run itself. */

type Kind = 'failure' | 'error' | 'skipped' | 'passed'

const kindOf = {
  pass: 'passed',
  warn: 'passed',
  fail: 'failure',
  inconclusive: 'error',
  'not-applicable': 'skipped',
  'not-tested': 'skipped',
} as const satisfies Record<Verdict, Kind>

interface Suite {
  readonly name: string
  readonly cases: readonly { readonly kind: Kind; readonly seconds: number; readonly text: string }[]
}

export function junit(report: Report, titles: Titles): string {
  const suites = [...runSuite(report), ...areaSuites(report, titles)]
  const all = suites.flatMap(({ cases }) => cases)
  const body = suites.map((suite) => suiteText(suite, report.run.startedAt)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="samsvar" ${counts(all)}>\n${body}</testsuites>\n`
}

/** An aborted run is an error of its own: a server that only looks at the tests must not take it for a whole one. */
function runSuite({ errors, run }: Report): readonly Suite[] {
  const told = run.aborted && !errors.some(({ kind }) => kind === 'aborted')
  const aborted = told ? [{ kind: 'aborted', code: 'aborted', message: 'the run was interrupted' }] : []
  const cases = [...errors, ...aborted].map(({ kind, code, message }) => ({
    kind: 'error' as const,
    seconds: 0,
    text:
      `    <testcase name="${xml(`${kind}: ${code}`)}" classname="run" time="0.000">\n` +
      `      <error type="${xml(kind)}" message="${xml(message)}"/>\n    </testcase>\n`,
  }))
  return cases.length === 0 ? [] : [{ name: 'run', cases }]
}

function areaSuites({ results }: Report, titles: Titles): readonly Suite[] {
  return [...Map.groupBy(results, ({ area }) => area)].map(([name, inArea]) => ({
    name,
    cases: inArea.map((result) => ({
      kind: kindOf[result.verdict],
      seconds: result.durationMs / 1000,
      text: caseText(result, titles),
    })),
  }))
}

function suiteText({ name, cases }: Suite, startedAt: string): string {
  const texts = cases.map(({ text }) => text).join('')
  const timestamp = xml(startedAt.replace(/(?:\.\d+)?Z$/, ''))
  return `  <testsuite name="${xml(name)}" ${counts(cases)} timestamp="${timestamp}">\n${texts}  </testsuite>\n`
}

function counts(cases: Suite['cases']): string {
  const count = (kind: Kind) => cases.filter((one) => one.kind === kind).length
  const seconds = cases.reduce((sum, one) => sum + one.seconds, 0)
  return (
    `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" ` +
    `skipped="${count('skipped')}" time="${seconds.toFixed(3)}"`
  )
}

function caseText(result: Result, titles: Titles): string {
  const { title, section } = describe(titles, result.requirement)
  const name = title.en === result.requirement ? title.en : `${result.requirement} ${title.en}`
  const classname = section === '' ? result.area : `${result.area}.${section.replaceAll('.', '·')}`
  const file = result.check === null ? '' : ` file="${xml(result.check.replace(/:\d+$/, ''))}"`
  const inner = outcome(result)
  const open = `    <testcase name="${xml(name)}" classname="${xml(classname)}"${file} time="${(result.durationMs / 1000).toFixed(3)}"`
  return inner === '' ? `${open}/>\n` : `${open}>\n${inner}    </testcase>\n`
}

function outcome(result: Result): string {
  const { verdict, reason, message } = result
  switch (verdict) {
    case 'pass':
      return ''
    case 'warn':
      return `      <system-out>${xml(`warning: ${message}\n${detail(result)}`)}</system-out>\n`
    case 'fail':
      return `      <failure type="${result.level} ${result.certainty}" message="${xml(message)}">${xml(detail(result))}</failure>\n`
    case 'inconclusive':
      return `      <error type="${xml(reason ?? verdict)}" message="${xml(because(result))}">${xml(detail(result))}</error>\n`
    default:
      return `      <skipped message="${xml(because(result))}"/>\n`
  }
}

const because = ({ verdict, reason, message }: Result) =>
  [reason === null ? verdict : `${verdict}: ${reasonWords[reason].en} (${reason})`, message].filter(Boolean).join(' – ')

function detail({ findings, check, deviation }: Result): string {
  const lines = findings.map(
    ({ what, weight, expected, actual, at, exchange }) =>
      `${weight}: ${what}\n  at ${at} of ${exchange}\n  expected ${JSON.stringify(expected ?? null)}\n  actual   ${JSON.stringify(actual ?? null)}\n`,
  )
  const declared =
    deviation === undefined
      ? []
      : [
          `declared deviation of ${deviation.owner}, ${deviation.inForce ? 'until' : 'expired on'} ${deviation.expires}\n`,
        ]
  return [...declared, ...lines, ...(check === null ? [] : [`check ${check}\n`])].join('')
}
