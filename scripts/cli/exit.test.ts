import { describe, expect, it } from 'vitest'
import type { Report, RunError, RunVerdict } from '../../contracts/report/report.ts'
import { exitCodeOf } from './exit.ts'

const reportWith = (verdict: RunVerdict, aborted = false, kinds: readonly RunError['kind'][] = []) =>
  ({
    run: { aborted },
    summary: { verdict },
    errors: kinds.map((kind) => ({ kind, code: '', message: '' })),
  }) as unknown as Report

describe('the exit code', () => {
  it.each([
    [0, reportWith('pass')],
    [0, reportWith('incomplete')],
    [1, reportWith('fail')],
    [2, reportWith('inconclusive')],
    [70, reportWith('fail', false, ['harness-error'])],
    [130, reportWith('inconclusive', true, ['aborted'])],
    [70, reportWith('fail', true, ['aborted', 'harness-error'])],
  ])('is %d', (code, report) => expect(exitCodeOf(report)).toBe(code))
})
