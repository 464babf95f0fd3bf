import { loadRows } from '../../contracts/kfr-register/heavy-rows.ts'
import { nearest } from '../../contracts/nearest.ts'
import type { NamedFault } from '../../mocks/kfr/fault.ts'
import { kfrFaults } from '../../mocks/kfr/faults.ts'

/** The faults of the built-in register. */

interface RegisterFault extends NamedFault {
  readonly id: string
}

const named: readonly RegisterFault[] = Object.entries(kfrFaults).map(([id, fault]) => ({ id, ...fault }))
/** What shows under load only: no run without load meets it. */
const isOfLoad = ({ violates }: NamedFault) => violates.some((row) => loadRows.includes(row))
const isLawful = ({ violates, tolerates = [] }: NamedFault) => violates.length + tolerates.length === 0

export const registerFaults = named.filter((fault) => !isOfLoad(fault) && !isLawful(fault))
export const registerLoadFaults = named.filter(isOfLoad)

/** Throws when there is no such fault, and names the nearest. */
export const chosenRegisterFaults = (ids: readonly string[]): readonly RegisterFault[] =>
  ids.map((id) => {
    const found = named.find((fault) => fault.id === id)
    if (found !== undefined) return found
    const near = nearest(id, Object.keys(kfrFaults))
    const hint =
      near.length > 0 ? `did you mean ${near.join(', ')}?` : 'samsvar list --faults --area kfr-register shows all'
    throw new Error(`The built-in register has no fault "${id}"; ${hint}`)
  })
