import { describe, expect, it } from 'vitest'
import type { LoadSample } from '../../../../contracts/report/load.ts'
import { serviceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { answeredIn, windowOf } from '../../testing/window.ts'
import { figuresOf } from './figures.ts'
import { goodBesideJob } from './verdicts.ts'

describe('beside another job', () => {
  const mix = [
    { name: 'accounts', count: 1200, isJob: false },
    { name: 'job', count: 600, isJob: true },
  ]
  const besideJob = (job: Partial<LoadSample>, other: Partial<LoadSample> = {}) =>
    windowOf(
      Array.from({ length: 1800 }, (_, n) =>
        n % 3 === 0 ? answeredIn(20, { kind: 'job', ...job }) : answeredIn(20, n % 600 === 1 ? other : {}),
      ),
      { mix },
    )

  it('all is good where both are served', () =>
    expect(goodBesideJob([besideJob({})], serviceLevel)).toMatchObject([{ weight: 'note' }, { weight: 'note' }]))

  it('nothing is shown where the job was refused', () =>
    expect(goodBesideJob([besideJob({ status: 503 })], serviceLevel)).toContainEqual(
      expect.objectContaining({ reason: 'need-not-met', message: expect.stringMatching(/600 .* 0 were served/) }),
    ))

  it('a wrong answer is a breach', () =>
    expect(goodBesideJob([besideJob({}, { wrong: '1 of 3 accounts missing' })], serviceLevel)).toContainEqual(
      expect.objectContaining({ weight: 'breach', actual: 3 }),
    ))

  it('what would settle it is told at the rate at which judged requests leave', () => {
    const window = besideJob({}, { status: 503 })
    expect(figuresOf({ ...window, samples: window.samples.slice(0, 900) }, serviceLevel).said).toMatch(/at 6\.667\/s/)
  })
})
