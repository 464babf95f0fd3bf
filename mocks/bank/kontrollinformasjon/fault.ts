import type { RequestListener } from 'node:http'
import type { Server } from 'node:https'
import type { Parts } from './parts.ts'

/** One thing that a bank gets wrong. */
export interface Fault {
  /** kebab-case; names the behaviour. */
  readonly id: string
  /** One sentence: what somebody thought, or forgot. */
  readonly story: string
  /** Requirements that a bank with it breaks; the first is the one it is made for. Empty where all that it does is tolerated. */
  readonly violates: readonly string[]
  /**
   * Requirements that only warn, because the documents leave room for what it does. Where `violates` is empty, the
   * first of these is the one it is made for.
   */
  readonly tolerates?: readonly string[]
  readonly replaces: Partial<Parts>
  /** Changes how the bank listens, before any part is met. */
  readonly listens?: (server: Server, handler: RequestListener) => void
}

export const defineFault = (fault: Fault): Fault => fault

/** The parts of a bank with these faults. Throws when two of them want to replace the same part. */
export function partsWith(parts: Parts, faults: readonly Fault[]): Parts {
  const replacedBy = new Map<string, string>()
  for (const { id, replaces } of faults) {
    for (const name of Object.keys(replaces)) {
      const other = replacedBy.get(name)
      if (other !== undefined)
        throw new Error(`The faults ${other} and ${id} both replace the part ${name}; start the bank with one of them`)
      replacedBy.set(name, id)
    }
  }
  return Object.assign({}, parts, ...faults.map(({ replaces }) => replaces)) as Parts
}
