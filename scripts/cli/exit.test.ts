import { describe, expect, it } from 'vitest'
import type { Report, RunError, RunVerdict } from '../../contracts/report/report.ts'
import { exitCodeOf } from './exit.ts'

interface More {
  readonly inForce?: boolean
  readonly inconclusive?: number
}

const reportWith = (verdict: RunVerdict, aborted = false, kinds: readonly RunError['kind'][] = [], more: More = {}) =>
  ({
    run: { aborted },
    summary: { verdict, inconclusive: more.inconclusive ?? 0 },
    results: [{ verdict, ...(more.inForce === undefined ? {} : { deviation: { inForce: more.inForce } }) }],
    errors: kinds.map((kind) => ({ kind, code: '', message: '' })),
  }) as unknown as Report

describe('the exit code', () => {
  it.each([
    [0, reportWith('pass')],
    [0, reportWith('incomplete')],
    [1, reportWith('fail')],
    [2, reportWith('inconclusive')],
    [0, reportWith('fail', false, [], { inForce: true })],
    [1, reportWith('fail', false, [], { inForce: false })],
    [2, reportWith('fail', false, [], { inForce: true, inconclusive: 1 })],
    [1, reportWith('fail', false, ['deviation-error'], { inForce: true })],
    [1, reportWith('incomplete', false, ['deviation-error'])],
    [70, reportWith('fail', false, ['harness-error'])],
    [130, reportWith('inconclusive', true, ['aborted'])],
    [70, reportWith('fail', true, ['aborted', 'harness-error'])],
  ])('is %d', (code, report) => expect(exitCodeOf(report)).toBe(code))
})
