/** What a participant declares of itself as reporter. No figure is written in any document but those of the batch. */
export interface ReporterProfile {
  /** Seconds from an event at the bank to its report, at most. Default 86,400: a day. */
  readonly reportSeconds?: number
  /** Accounts in other banks that receive for its customers. Default: none. */
  readonly usesCollectionAccounts?: boolean
  /** Seconds that its people have for one instruction, where no hook does it for them. Default 600. */
  readonly instructionSeconds?: number
  /** Seconds after which it takes silence of the register for a failure, at most. Default 60. */
  readonly silenceSeconds?: number
  /** Seconds from a failure of the register to the attempt that comes through, at most, once it is well again. Default 600. */
  readonly retrySeconds?: number
  /** Organisation numbers of suppliers to whom it has delegated in Altinn, who may ask Maskinporten for it. Default: none. */
  readonly suppliers?: readonly string[]
}
