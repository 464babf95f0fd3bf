import type { LoadSample } from '../../../contracts/report/load.ts'
import { rounded } from '../../../contracts/report/load-file.ts'

/** A request while it is under way. */
export type Measured = { -readonly [Member in keyof LoadSample]: LoadSample[Member] }

export const blank = (n: number, kind: string, planned: number): Measured => ({
  n,
  kind,
  planned,
  sent: null,
  connected: null,
  secured: null,
  written: null,
  firstByte: null,
  done: null,
  status: null,
  bytes: 0,
  error: null,
})

/** Exact to a hundredth of a millisecond, in the record as in the file. */
export function settled(sample: Measured): LoadSample {
  const ms = (time: number | null) => (time === null ? null : rounded(time))
  return {
    ...sample,
    planned: rounded(sample.planned),
    sent: ms(sample.sent),
    connected: ms(sample.connected),
    secured: ms(sample.secured),
    written: ms(sample.written),
    firstByte: ms(sample.firstByte),
    done: ms(sample.done),
  }
}
