import { scopes } from '../../../../contracts/altinn-broker/statuses.ts'
import type { Calls } from '../../../altinn-client/calls.ts'

const writing: readonly (keyof Calls)[] = ['initialise', 'upload']

/** No more than each operation needs (DSVE-010). */
export function scopeOf(operation: keyof Calls): string {
  if (operation === 'subscribe') return `${scopes.read} ${scopes.subscribe}`
  return writing.includes(operation) ? scopes.write : scopes.read
}
