import type { Act } from '../model.ts'

/** What is reported because the register says otherwise than the bank's own books (KFRB-044). */
export function accountFor(isCustomer: boolean, stands: boolean): Act | null {
  if (isCustomer === stands) return null
  return isCustomer ? 'add' : 'end'
}
