import { nearest } from '../../contracts/nearest.ts'
import type { DsveFault } from '../../mocks/bank/dsve/fault.ts'
import { faults as dsveFaults } from '../../mocks/bank/dsve/faults/index.ts'
import type { KfrFault } from '../../mocks/bank/kfr/fault.ts'
import { faults as kfrFaults } from '../../mocks/bank/kfr/faults/index.ts'
import type { KonkursFault } from '../../mocks/bank/konkursvarsel/fault.ts'
import { faults as konkursFaults } from '../../mocks/bank/konkursvarsel/faults/index.ts'
import type { Fault } from '../../mocks/bank/kontrollinformasjon/fault.ts'
import { faults } from '../../mocks/bank/kontrollinformasjon/faults/index.ts'
import { loadFaults } from '../../mocks/bank/ytelse/faults.ts'

/** What is wrong under load only is wrong with the account interface, too. */
const accountFaults: readonly Fault[] = [...faults, ...loadFaults]

/** The faults of a bank by the interface that they make wrong. */
export interface Chosen {
  readonly account: readonly Fault[]
  readonly konkurs: readonly KonkursFault[]
  readonly dsve: readonly DsveFault[]
  readonly kfr: readonly KfrFault[]
}

/** Throws when there is no such fault, and names the nearest. */
export function chosenFaults(ids: readonly string[]): Chosen {
  const konkurs = konkursFaults.filter(({ id }) => ids.includes(id))
  const account = accountFaults.filter(({ id }) => ids.includes(id))
  const dsve = dsveFaults.filter(({ id }) => ids.includes(id))
  const kfr = kfrFaults.filter(({ id }) => ids.includes(id))
  const known = new Set([...konkursFaults, ...dsveFaults, ...kfrFaults, ...accountFaults].map(({ id }) => id))
  for (const id of ids) if (!known.has(id)) throw new Error(unknown(id, known))
  const beside = konkurs.flatMap(({ inAccounts, ...fault }) =>
    inAccounts === undefined ? [] : [{ ...fault, replaces: inAccounts }],
  )
  return { konkurs, dsve, kfr, account: [...account, ...beside] }
}

function unknown(id: string, known: Iterable<string>): string {
  const near = nearest(id, known)
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : 'samsvar list --faults shows all'
  return `The reference bank has no fault "${id}"; ${hint}`
}
