import type { LoadFigures, LoadWindow } from '../../../../contracts/report/load.ts'
import { risk, type ServiceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { inconclusive, type Judgement } from '../../judge/judgement.ts'
import { decide } from './decide.ts'
import { figuresOf } from './figures.ts'
import { judgedPerSecond } from './latency.ts'
import { ownDoing } from './own-doing.ts'

/** What several windows say together; one alone is the usual case. */

export type Windows = readonly [LoadWindow, ...LoadWindow[]]

/** Judges only where every generator was in order: what it did to itself is nobody's breach. */
export function trusted(
  windows: readonly LoadWindow[],
  level: ServiceLevel,
  judge: (windows: Windows, figures: readonly LoadFigures[]) => Judgement,
): Judgement {
  const [first, ...others] = windows
  if (first === undefined) return inconclusive('not-recorded', 'no window of load was played')
  const figures = windows.map((window) => figuresOf(window, level))
  const problems = figures.flatMap(({ generator }, at) =>
    generator.problems.map((problem) => `${windows[at]?.id}: ${problem}`),
  )
  // What decides in no window by itself may decide in all together.
  const together = windows.length > 1 && problems.length === 0 ? ownDoing(windows, level) : []
  const all = [...problems, ...together]
  if (all.length > 0)
    return inconclusive(
      'generator-unhealthy',
      `the generator of load is itself to blame: ${all.join('; ')}; measure again on a machine that does nothing else`,
    )
  return judge([first, ...others], figures)
}

/**
 * Pass and fail from all requests together; and no pass where one window alone shows a breach, since what is slow at
 * one time of the day is slow.
 */
export function decideTogether(figures: readonly LoadFigures[], windows: Windows, { share }: ServiceLevel) {
  const sum = (of: (one: LoadFigures) => number) => figures.reduce((total, one) => total + of(one), 0)
  const counted = { n: sum(({ n }) => n), slow: sum(({ slow }) => slow), share, risk }
  const decided = decide({ ...counted, ratePerSecond: judgedPerSecond(windows[0]) })
  const together = { ...decided, said: `${inAll(windows)}${decided.said}` }
  const worst = figures.findIndex(({ decision }) => decision === 'fail')
  if (together.decision !== 'pass' || worst < 0) return { ...counted, ...together }
  const said = `${together.said}; but in ${windows[worst]?.id} alone ${figures[worst]?.said}; measure again at that time of the day`
  return { ...counted, ...together, decision: 'inconclusive' as const, said }
}

/** `in w1, w2 and w3 together `; nothing where there is one. */
export function inAll(windows: Windows): string {
  const ids = windows.map(({ id }) => id)
  return ids.length === 1 ? '' : `in ${ids.slice(0, -1).join(', ')} and ${ids.at(-1)} together `
}
