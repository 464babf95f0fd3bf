/** What was found before the first question, one line each. */

/** `problem`: would make every verdict worthless. `unknown`: cannot be told, because of another problem or of silence. */
const states = ['ok', 'warning', 'problem', 'unknown'] as const
export type State = (typeof states)[number]

export interface Diagnosis {
  /** What was looked at, in a few words. */
  readonly what: string
  readonly state: State
  /** What was seen. Never holds a secret, nor what a bank sent in a body. */
  readonly said: string
  /** How to mend it; null where nothing is to be done. */
  readonly remedy: string | null
  /** Milliseconds that an answer was waited for in vain. Left out means none. */
  readonly waitedMs?: number
}

export const ok = (what: string, said: string): Diagnosis => ({ what, state: 'ok', said, remedy: null })

export const warning = (what: string, said: string, remedy: string): Diagnosis => ({
  what,
  state: 'warning',
  said,
  remedy,
})

export const problem = (what: string, said: string, remedy: string): Diagnosis => ({
  what,
  state: 'problem',
  said,
  remedy,
})

export const unknown = (what: string, said: string, remedy: string | null = null): Diagnosis => ({
  what,
  state: 'unknown',
  said,
  remedy,
})

/** Told before a wait: what is waited for, and for how long at the most. */
export type Waiting = (what: string, mostMs: number) => void
