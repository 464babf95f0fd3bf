import type { LoadSample, LoadWindow } from '../../../contracts/report/load.ts'
import { isFailed, judgedSamples, latencyOf, percentile } from '../../../contracts/report/load-sample.ts'

/** Where the time of good answers went, one after the other. */
const phaseNames = ['generator', 'connect', 'tls', 'firstByte', 'rest', 'total'] as const
export type PhaseName = (typeof phaseNames)[number]

export interface Phase {
  readonly name: PhaseName
  /** Requests that went through it: few open a connection. */
  readonly count: number
  /** Milliseconds; null where none did. */
  readonly p50: number | null
  readonly p99: number | null
  readonly max: number | null
}

export function phasesOf(window: LoadWindow): readonly Phase[] {
  const good = judgedSamples(window).filter((sample) => !isFailed(sample))
  return phaseNames.map((name) => {
    const sorted = good.flatMap((sample) => lengths[name](sample) ?? []).toSorted((a, b) => a - b)
    return {
      name,
      count: sorted.length,
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      max: sorted.at(-1) ?? null,
    }
  })
}

const lengths: Readonly<Record<PhaseName, (sample: LoadSample) => number | null>> = {
  generator: ({ planned, sent }) => between(planned, sent),
  connect: ({ sent, connected }) => between(sent, connected),
  tls: ({ connected, secured }) => between(connected, secured),
  firstByte: ({ sent, connected, secured, written, firstByte }) =>
    between(written ?? secured ?? connected ?? sent, firstByte),
  rest: ({ firstByte, done }) => between(firstByte, done),
  total: latencyOf,
}

const between = (from: number | null, to: number | null) => (from === null || to === null ? null : to - from)
