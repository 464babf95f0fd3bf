/** A token as it came. Milliseconds since 1970. */
export interface Token {
  readonly text: string
  readonly got: number
  readonly expires: number
}

/** Whether it will still hold when the call arrives (KFRB-002): nine tenths of its life are used. */
export const isFresh = ({ got, expires }: Token, now: number): boolean => now < got + (expires - got) * 0.9
