import type { Letter } from '../../contracts/dsve/correspondence.ts'
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
  /** Letters after the cursor of an earlier answer, oldest first; `lost` were dropped because the number is bounded. */
  letters(after: number): { readonly cursor: number; readonly letters: readonly Letter[]; readonly lost: number }
}

export interface CasesOptions {
  readonly mostCases?: number
  readonly mostLetters?: number
}

export function createCases({ mostCases = 5000, mostLetters = 5000 }: CasesOptions = {}): Cases {
  const cases = new Map<number, MeglerCase>()
  const letters: Letter[] = []
  let opened = 0
  let written = 0
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
    write(letter) {
      letters.push(letter)
      written += 1
      if (letters.length > mostLetters) letters.shift()
    },
    letters(after) {
      const oldest = written - letters.length
      const from = Math.min(Math.max(after, oldest), written)
      return { cursor: written, letters: letters.slice(from - oldest), lost: Math.max(0, oldest - Math.max(after, 0)) }
    },
  }
}
