import type { Silent } from './evidence.ts'

/**
 * What was measured under load. Every time is in milliseconds from the start of its window, so that a record of last year
 * can be judged again. `load.ndjson` holds the same (`load-file.ts`).
 */

export const profileNames = ['quick', 'standard', 'certify'] as const
export type ProfileName = (typeof profileNames)[number]

/** `jittered`: a fixed cadence, each send moved within its own interval by the seed. `poisson`: independent arrivals. */
export const cadences = ['jittered', 'fixed', 'poisson'] as const
export type Cadence = (typeof cadences)[number]

/** `unsent`: never left the generator, which is the generator's fault and nobody else's. */
export type LoadError = Silent['why'] | 'unsent'

/** One request of a schedule. What did not happen is null. */
export interface LoadSample {
  /** Place in the schedule, from 0. */
  readonly n: number
  /** Which of the window's `mix` it was. */
  readonly kind: string
  /** When it had to leave. Latency is counted from here. */
  readonly planned: number
  /** When the generator let go of it: `sent - planned` is the generator's lag. */
  readonly sent: number | null
  /** A new connection stood; null where one was kept. */
  readonly connected: number | null
  /** TLS of the new connection was agreed. */
  readonly secured: number | null
  /** The request went out on its connection. */
  readonly written: number | null
  /** The head of the answer was there. */
  readonly firstByte: number | null
  /** The last byte was there, or it was known that none would come. */
  readonly done: number | null
  readonly status: number | null
  /** Of the body. */
  readonly bytes: number
  readonly error: LoadError | null
  /** Put a second time on a fresh connection, because it crossed the closing of an idle one (RFC 9112 §9.3.1). */
  readonly again?: true
  /** The answer is not the one that the same question has in calm: what is different, in our words. */
  readonly wrong?: string
}

/** What the requests of a window ask for. */
export interface LoadKind {
  readonly name: string
  /** How many of the window's requests. */
  readonly count: number
  /** It is the other job that goes on at the same time: made, recorded, and not judged for its latency. */
  readonly isJob: boolean
}

/** How the generator itself fared. */
export interface GeneratorHealth {
  /** Milliseconds that its event loop was late; sampled each 10 ms, which are taken off. */
  readonly loopDelayP99: number
  readonly loopDelayMax: number
  /** Requests that were on their way at the same time, at most. */
  readonly mostConcurrent: number
  /** Connections that were opened, those before the window included. */
  readonly connections: number
  /**
   * Milliseconds by which the wall clock went further than the one that measures: the machine slept, or its clock was set.
   * Left out in older records.
   */
  readonly leaptMs?: number
}

/** A number of requests that was fixed before the first of them left. */
export interface LoadWindow {
  /** `w1`, `w2`, … in the order in which they were played. */
  readonly id: string
  /** What it is for: `calm`, or `beside-job`. */
  readonly name: string
  readonly profile: ProfileName
  /** Which of how many windows of its name: `certify` has several, at different times. */
  readonly part: { readonly number: number; readonly of: number }
  readonly ratePerSecond: number
  readonly n: number
  readonly seed: number
  readonly cadence: Cadence
  /** Requests that may be on their way at the same time; one more would be `unsent`. */
  readonly cap: number
  /** Longest wait for one answer. */
  readonly deadlineMs: number
  readonly mix: readonly LoadKind[]
  /** ISO 8601, UTC. */
  readonly startedAt: string
  /** Until the last request was done. */
  readonly durationMs: number
  /** One round trip to the participant: the quickest of several connections before the window; null where none stood. */
  readonly floorMs: number | null
  /** False when it was ended before its n-th request; such a window is never judged. */
  readonly whole: boolean
  /** Answers whose content was compared with that in calm. */
  readonly compared: number
  readonly generator: GeneratorHealth
  /** By `n`; n of them where the window is whole. */
  readonly samples: readonly LoadSample[]
}

/** What follows from a window, computed by `suites/kit/load/judge`; a reader draws it and decides nothing. */
export interface LoadFigures {
  /** Requests that count: all but those of the job. */
  readonly n: number
  /** Of them: took the limit or longer, or came to no good answer. */
  readonly slow: number
  /** Of the slow: no answer, or a status that is no success. */
  readonly failed: number
  /** Milliseconds from planned; an answer that takes so long is slow. */
  readonly limitMs: number
  /** Share that may be slow, exclusive: 0.01. */
  readonly share: number
  /** So many slow ones decide; null where no number of them can: the requests are too few. */
  readonly passIfAtMost: number | null
  readonly failIfAtLeast: number | null
  readonly decision: 'pass' | 'fail' | 'inconclusive'
  /** Why, in a sentence: also what would settle it. */
  readonly said: string
  /** One-sided 95 % bounds of the true share (Clopper and Pearson). */
  readonly bounds: { readonly lower: number; readonly upper: number }
  /** Of what was answered well, from planned, by rank (no interpolation); null where there is none. */
  readonly latency: Readonly<Record<'p50' | 'p90' | 'p95' | 'p99' | 'max', number | null>>
  /** Slow requests in a row in the order of planning, taken together where at most one quick one stands between. */
  readonly episodes: number
  /** Variance over mean of the slow requests per block of the schedule: 1 when they come independently; null for none. */
  readonly dispersion: number | null
  readonly statuses: Readonly<Record<string, number>>
  readonly errors: Readonly<Record<string, number>>
  readonly generator: {
    /** Milliseconds from planned to sent. */
    readonly lagP99: number
    readonly lagMax: number
    /** Requests that never left. */
    readonly unsent: number
    readonly achievedPerSecond: number
    /** Why it cannot be trusted; empty when it can. */
    readonly problems: readonly string[]
  }
}

/** As it stands in `report.json`: without the samples. */
export interface LoadReport extends Omit<LoadWindow, 'samples'> {
  readonly figures: LoadFigures
}
