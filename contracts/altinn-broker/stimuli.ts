/** What the broker is made to do, until it is told to be calm; every one of them is within its rights, or befalls it. */
export const brokerManners = [
  /** The first download of every file ends in the middle (DSVE-019). */
  'download-cut-off',
  /** The first call of every operation is answered with 500, or with 401 (DSVE-023). */
  'server-error',
  'token-refused',
  /** A search is answered with 429 and Retry-After, and so is every other until that is over (DSVE-014). */
  'search-limited',
  /** A search finds nothing: what was published waits (DSVE-013). */
  'search-empty',
  'confirm-200',
  /** The first confirmation of every file is taken, and answered with 500 (DSVE-021). */
  'confirm-lost',
  /** No transfer can be begun: whoever has an answer keeps it (DSVE-018). */
  'send-fails',
  'events-twice',
  /** Every event is sent twice, and a search still shows what was fetched or confirmed since (DSVE-022). */
  'heard-twice',
  /** The same, and every event a third time when a quick bank has answered. */
  'heard-late',
  /** The first upload of every sender does not pass the scan (DSVE-069). */
  'scan-fails',
] as const
export type BrokerManner = (typeof brokerManners)[number]

export type BrokerStimulus = { readonly party: 'altinn-broker' } & (
  | { readonly does: 'outage' }
  | { readonly does: 'misbehaves'; readonly how: BrokerManner }
)
