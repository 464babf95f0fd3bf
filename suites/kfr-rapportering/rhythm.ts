import type { Target } from '../kit/target.ts'

/** How soon the participant says that it reports, and how long its people have for an instruction. Milliseconds. */
interface Rhythm {
  readonly reportMs: number
  readonly instructionMs: number
  /** How long it waits for an answer of the register. */
  readonly silenceMs: number
  /** How long it may let pass before it tries again what failed: no document says how patient a retry may be. */
  readonly retryMs: number
}

const usual = { reportSeconds: 86_400, instructionSeconds: 600, silenceSeconds: 60, retrySeconds: 600 } as const

export function rhythmOf({ kfr = {} }: Pick<Target, 'kfr'>): Rhythm {
  const { reportSeconds, instructionSeconds, silenceSeconds, retrySeconds } = { ...usual, ...kfr }
  return {
    reportMs: reportSeconds * 1000,
    instructionMs: instructionSeconds * 1000,
    silenceMs: silenceSeconds * 1000,
    retryMs: retrySeconds * 1000,
  }
}
