/**
 * What a participant's interface has to bear. The figures are those of the KFR agreement for its reporting and updating
 * interfaces; no document has any for a bank's own ones, where they are ours.
 */
export interface ServiceLevel {
  readonly ratePerSecond: number
  /** An answer that takes so long, or longer, is slow. Counted from when the request was planned to leave. */
  readonly limitMs: number
  /** Share of requests that must stay below: slow and failed ones together. */
  readonly share: number
  /** Share of requests that may come to no good answer. */
  readonly failures: number
}

export const serviceLevel: ServiceLevel = { ratePerSecond: 10, limitMs: 500, share: 0.01, failures: 0.001 }

/** The risk of a wrong decision, on either side (latency.md: "How it is judged"). */
export const risk = 0.05
