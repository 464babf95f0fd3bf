import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'

/** The operations that konkurs serves, as the ids and stories of faults call them. */
export const served = { list: 'accounts', details: 'details', transactions: 'transactions' } as const satisfies Record<
  string,
  OperationName
>
