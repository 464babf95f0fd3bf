import type { HookName, Hooks } from '../../../contracts/hooks/protocol.ts'

/** What each hook does. Each is handed what stood in the request. */
export type Handlers = {
  readonly [Name in HookName]: (request: Hooks[Name]['request']) => Promise<Hooks[Name]['answer']>
}

/** Those of who reports to the register of customers alone. */
export type KfrHook = Extract<
  HookName,
  'open-loan' | 'end-loan' | 'grant-mandate' | 'revoke-mandate' | 'initial-load' | 'reconcile'
>

/** Those of a register. */
export type RegisterHook = Extract<HookName, 'kar' | 'cease'>

/** Nothing at this address; the message says what is missing. */
export class Unknown extends Error {
  override readonly name = 'Unknown'
}
