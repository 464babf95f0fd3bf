/**
 * What a participant's test environment may offer beside its interfaces, so that more can be seen in less time. Every
 * hook is `POST {hooks.baseUrl}/{name}` with a JSON object, and none is demanded: what needs one that is not offered is
 * `not-tested: unobservable-here`. A hook that says "done" answers when it is done. docs/hooks.md tells it to a bank.
 */

export const bankHookNames = [
  'poll',
  'install',
  'restart',
  'clock',
  'state',
  'close-account',
  'open-account',
  'use',
  'open-loan',
  'end-loan',
  'grant-mandate',
  'revoke-mandate',
  'initial-load',
  'reconcile',
] as const

/** Of the operator of a register. */
export const registerHookNames = ['clock', 'kar', 'cease'] as const

export const hookNames = [...bankHookNames, 'kar', 'cease'] as const
export type HookName = (typeof hookNames)[number]

const accountStates = ['enabled', 'disabled', 'deleted'] as const
export type AccountState = (typeof accountStates)[number]

/** Requests and answers. A party is told by its number, as it stands in the fixtures. */
export interface Hooks {
  /** Asks the parties for news now, and answers once everything that came is acted on. */
  readonly poll: { readonly request: Record<string, never>; readonly answer: Record<string, never> }
  /**
   * As on its first day with Konkursvarsel: no notice was ever received, what notices locked is open again, and the next
   * call is the first. What is blocked for other reasons stays so. Whoever reports to the register of customers has never
   * reported anything, and the fixtures of that are what their recipes say.
   */
  readonly install: { readonly request: Record<string, never>; readonly answer: Record<string, never> }
  /** Stops and starts what polls; what it holds in memory is gone. */
  readonly restart: { readonly request: Record<string, never>; readonly answer: Record<string, never> }
  /** From now on it is that time for the participant; null means the real time again. */
  readonly clock: { readonly request: { readonly now: string | null }; readonly answer: Record<string, never> }
  /** The accounts of a party, as their owner would find them (catalogue, section 10: the state probe). */
  readonly state: { readonly request: { readonly party: string }; readonly answer: PartyState }
  readonly 'close-account': {
    readonly request: { readonly party: string; readonly accountIdentifier: string }
    readonly answer: Record<string, never>
  }
  readonly 'open-account': {
    readonly request: { readonly party: string }
    readonly answer: { readonly accountIdentifier: string }
  }
  /** Whether somebody could pay from the account just now. Nothing is moved. */
  readonly use: {
    readonly request: {
      readonly accountIdentifier: string
      readonly by: 'owner' | 'disponent' | 'card'
    }
    readonly answer: { readonly allowed: boolean }
  }
  /** A loan for the party; `guarantor` stands surety for it. */
  readonly 'open-loan': {
    readonly request: { readonly party: string; readonly guarantor?: string }
    readonly answer: Record<string, never>
  }
  /** The party's loan is paid back, and is over. */
  readonly 'end-loan': { readonly request: { readonly party: string }; readonly answer: Record<string, never> }
  /** The party may dispose of an account of the owner from now on. */
  readonly 'grant-mandate': {
    readonly request: { readonly party: string; readonly owner: string }
    readonly answer: Record<string, never>
  }
  readonly 'revoke-mandate': {
    readonly request: { readonly party: string; readonly owner: string }
    readonly answer: Record<string, never>
  }
  /** Makes the file of the first load and sends it; answers once it was answered. */
  readonly 'initial-load': { readonly request: Record<string, never>; readonly answer: Record<string, never> }
  /** Compares these customers, at least, with the register; answers when what differs is on its way. */
  readonly reconcile: {
    readonly request: { readonly parties: readonly string[] }
    readonly answer: Record<string, never>
  }
  /** Of a register: whether KAR, which stands behind its look-ups, answers it from now on. */
  readonly kar: { readonly request: { readonly answers: boolean }; readonly answer: Record<string, never> }
  /** Of a register: the institution has ceased to exist on the day that it is; it may report again afterwards. */
  readonly cease: { readonly request: { readonly organisationNumber: string }; readonly answer: Record<string, never> }
}

export interface PartyState {
  readonly accounts: readonly { readonly accountIdentifier: string; readonly status: AccountState }[]
  /** What was decided about notices that leave it to the bank, and what could not be understood; left out when nothing is kept. */
  readonly recorded?: readonly {
    /** Of the notice. */
    readonly uuid: string
    readonly decision: 'reopened' | 'kept' | 'by-hand' | 'noted' | 'not-understood'
  }[]
}
