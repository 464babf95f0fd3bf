/** The declared operations and answers of the account interface (catalogue, sections 1.1, 1.3, 4.1). */

export const operations = {
  accounts: { path: '/accounts', served: true, byReference: false },
  details: { path: '/accounts/{accountReference}', served: true, byReference: true },
  transactions: { path: '/accounts/{accountReference}/transactions', served: true, byReference: true },
  cards: { path: '/accounts/{accountReference}/cards', served: false, byReference: true },
  roles: { path: '/accounts/{accountReference}/roles', served: false, byReference: true },
} as const satisfies Record<string, { path: string; served: boolean; byReference: boolean }>
export type OperationName = keyof typeof operations

/** Which codes belong to which status. A status that is missing here is not declared, and its code is not prescribed. */
export const errorCodes: Readonly<Record<number, readonly string[]>> = {
  400: ['ACC-001'],
  401: ['ACC-010'],
  403: ['ACC-011'],
  404: ['ACC-002', 'ACC-003'],
  405: ['ACC-012'],
  406: ['ACC-013'],
  429: ['ACC-022'],
  500: ['ACC-100', 'ACC-500'],
}
