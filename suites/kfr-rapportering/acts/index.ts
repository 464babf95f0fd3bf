import { compared } from './comparison.ts'
import { load } from './load.ts'
import { lock } from './lock.ts'
import { noAccess } from './no-access.ts'
import { reports } from './reports.ts'
import { trouble } from './trouble.ts'

/** Every act of the area, in the order in which a whole run plays them, and what the bank does in it. */
export const told: readonly { readonly name: string; readonly does: string }[] = [
  { name: load.name, does: 'sends the file of the first load; one customer begins and one ends meanwhile' },
  { name: reports.name, does: 'opens and closes accounts, loans and mandates' },
  { name: trouble.name, does: 'opens accounts while the register refuses, fails and is silent' },
  { name: compared.name, does: 'compares its customers with the register' },
  { name: lock.name, does: 'follows a konkursvarsel about a customer' },
  { name: noAccess.name, does: 'opens an account while the register lets it in no more' },
]
