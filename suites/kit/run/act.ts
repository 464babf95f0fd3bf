import type { Stage } from '../ask/stage.ts'

/**
 * Where the participant is the caller: what the parties do, in order, and what is seen of it. An act is played once in a
 * run, whoever asks for it, alone, and begins and ends in calm.
 */
export interface Act<Seen> {
  /** Names the epochs; permanent, like an id. */
  readonly name: string
  /** For how many list calls of the participant it waits at most, so that it can be said beforehand how long it takes. */
  readonly polls: number
  /** Whether it moves the clock, which only a participant with the hook `clock` allows. */
  readonly movesClock: boolean
  readonly play: (stage: Stage) => Promise<Seen>
}

export const defineAct = <Seen>(act: Act<Seen>): Act<Seen> => act
