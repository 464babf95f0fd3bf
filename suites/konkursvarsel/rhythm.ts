import type { Target } from '../kit/target.ts'

/** How often the participant says that it asks, and how long until what it learned shows. Milliseconds. */
export interface Rhythm {
  readonly intervalMs: number
  readonly processingMs: number
  /** How long a call is waited for: the declared interval, a tenth more, and two seconds. */
  readonly patienceMs: number
}

const usualRhythm = { pollSeconds: 900, processingSeconds: 60 } as const

export function rhythmOf({ konkursvarsel = {} }: Pick<Target, 'konkursvarsel'>): Rhythm {
  const { pollSeconds = usualRhythm.pollSeconds, processingSeconds = usualRhythm.processingSeconds } = konkursvarsel
  return {
    intervalMs: pollSeconds * 1000,
    processingMs: processingSeconds * 1000,
    patienceMs: pollSeconds * 1100 + 2000,
  }
}
