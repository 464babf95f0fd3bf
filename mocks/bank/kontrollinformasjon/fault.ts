import type { RequestListener } from 'node:http'
import type { Server } from 'node:https'
import type { Wrong } from '../fault.ts'
import type { Parts } from './parts.ts'

export { partsWith } from '../fault.ts'

/** One thing that a bank gets wrong in the account interface. */
export interface Fault extends Wrong<Parts> {
  /** Changes how the bank listens, before any part is met. */
  readonly listens?: (server: Server, handler: RequestListener) => void
}

export const defineFault = (fault: Fault): Fault => fault
