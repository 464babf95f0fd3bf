import type { Letter } from '../../contracts/dsve/correspondence.ts'
import { type BoundedLog, createBoundedLog } from '../bounded-log.ts'
import type { OpenCase } from './correlate.ts'

/** What the megler has asked, and what came of it. */

export interface MeglerCase extends OpenCase {
  readonly fixture: string
  /** Milliseconds since 1970. */
  readonly askedAt: number
  /** Ids of the transfers in which it was sent; more than one when the broker could not carry it. */
  readonly transfers: readonly string[]
}

export interface Cases {
  open(made: Omit<MeglerCase, 'number' | 'transfers' | 'isAnswered'>): MeglerCase
  change(number: number, changes: Partial<Pick<MeglerCase, 'transfers' | 'isAnswered'>>): MeglerCase
  all(): readonly MeglerCase[]
  ofTransfer(id: string): MeglerCase | undefined
  write(letter: Letter): void
  readonly letters: BoundedLog<'letters', Letter>['after']
}

export interface CasesOptions {
  readonly mostCases?: number
  readonly mostLetters?: number
}

export function createCases({ mostCases = 5000, mostLetters = 5000 }: CasesOptions = {}): Cases {
  const cases = new Map<number, MeglerCase>()
  const letters = createBoundedLog<'letters', Letter>('letters', mostLetters)
  let opened = 0
  return {
    open(made) {
      opened += 1
      const one = { ...made, number: opened, transfers: [], isAnswered: false }
      cases.set(opened, one)
      const [oldest] = cases.keys()
      if (cases.size > mostCases && oldest !== undefined) cases.delete(oldest)
      return one
    },
    change(number, changes) {
      const before = cases.get(number)
      if (before === undefined) throw new Error(`The megler has forgotten its case ${number}`)
      const one = { ...before, ...changes }
      cases.set(number, one)
      return one
    },
    all: () => [...cases.values()],
    ofTransfer: (id) => [...cases.values()].find(({ transfers }) => transfers.includes(id)),
    write: letters.add,
    letters: letters.after,
  }
}
