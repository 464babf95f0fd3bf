import { label, severity } from 'allure-js-commons'
import { expect, it } from 'vitest'
import { requirement } from '../../contracts/register.ts'
import type { Result, RunRecord } from '../../contracts/report/report.ts'

/** For those who live in a test runner: every result of a run is a test, labelled for Allure. */
export function bindResults(record: RunRecord): void {
  for (const result of record.report.results) bind(result)
}

function bind(result: Result): void {
  const title = requirement(result.requirement)?.title.en ?? ''
  const told = it.skipIf(result.verdict === 'not-tested' || result.verdict === 'not-applicable')
  told(`${result.requirement} ${title}`, async () => {
    await label('epic', result.area)
    await label('story', result.requirement)
    await label('verdict', result.verdict)
    await severity(result.level === 'MUST' ? 'critical' : 'normal')
    expect(['pass', 'warn'], explained(result)).toContain(result.verdict)
  })
}

const explained = ({ requirement: id, verdict, reason, message, check, findings }: Result): string =>
  [
    `${id}: ${verdict}${reason === null ? '' : `, ${reason}`}: ${message} (${check})`,
    ...findings.map(({ what, exchange, at }) => `  ${exchange} ${at}: ${what}`),
  ].join('\n')
