/** The states in which Altinn Broker has to be, named by what it holds for the bank. */
export const states = {
  waiting: 'a request waits for the bank',
  nothing: 'nothing waits for the bank',
  begun: 'the bank has begun to download a request',
  confirmed: 'the bank has confirmed a request',
  initialised: 'the bank has initialised a reply',
  uploaded: 'the bank has uploaded a reply',
  calm: 'the bank and the megler are known',
} as const
export type State = (typeof states)[keyof typeof states]

/** What a provider returns for a state. */
export interface StateValues {
  /** Of the request or the reply; not where there is none. */
  readonly fileTransferId?: string
  /** `0192:` and nine digits: the bank, for whom the token in the question speaks. */
  readonly bank: string
  readonly megler: string
}

/** What stands in the contract where a provider puts its own. */
export const examples = {
  fileTransferId: '3f0b6a52-5f0e-4c7a-9a41-0d5f1e7c2b10',
  bank: '0192:312345676',
  megler: '0192:313456781',
} as const satisfies Required<StateValues>
