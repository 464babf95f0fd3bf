import type { Cadence, ProfileName } from '../../../contracts/report/load.ts'

/** How many requests, fixed before the first of them leaves (latency.md: "Profiles"). */
export interface Profile {
  readonly name: ProfileName
  /** Judged requests in each window. */
  readonly n: number
  /** At different times: a machine that is busy every hour is not met by one long look. */
  readonly windows: number
  /** Between the end of one window and the start of the next, in milliseconds. */
  readonly pauseMs: number
  readonly cadence: Cadence
}

const minute = 60_000

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  quick: { name: 'quick', n: 300, windows: 1, pauseMs: 0, cadence: 'jittered' },
  standard: { name: 'standard', n: 1200, windows: 1, pauseMs: 0, cadence: 'jittered' },
  certify: { name: 'certify', n: 12_000, windows: 3, pauseMs: 20 * minute, cadence: 'jittered' },
}

/** What a run is told about load. */
export interface LoadSettings {
  readonly profile: Profile
  readonly seed: number
  /** Longest wait for one answer; at most the target's own. Everything above the limit is slow already. */
  readonly deadlineMs?: number
  /** Another rate than what is agreed, for trying something out. */
  readonly ratePerSecond?: number
}

export const usualLoad: LoadSettings = { profile: profiles.standard, seed: 1 }
