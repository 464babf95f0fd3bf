import type { Context } from '../context.ts'
import { defineFault } from '../fault.ts'
import { listAccounts } from '../parts/list-accounts.ts'
import { seal, sealPolicy } from '../parts/seal.ts'
import { ownKey } from './own-key.ts'

/** KI-ACC-001, KI-RSP-001, KI-ENC-001 and KI-ENC-005: the list of somebody without accounts. */

const isEmptyList = ({ operation, found }: Context) => {
  const { accounts } = (found.body ?? {}) as { accounts?: unknown }
  return operation === 'accounts' && Array.isArray(accounts) && accounts.length === 0
}

export const emptyListFaults = [
  defineFault({
    id: 'writes-links-of-an-empty-list-as-object',
    story: 'The language knows one kind of empty collection, and it goes out as an object.',
    violates: ['KI-ACC-001'],
    replaces: {
      listAccounts: listAccounts({
        body: (accounts) => (accounts.length === 0 ? { accounts, links: {} } : { accounts }),
      }),
    },
  }),
  defineFault({
    id: 'seals-nothing-for-an-empty-list',
    story: 'An empty list is dropped on its way to the encryption, which seals the empty text.',
    violates: ['KI-ENC-007', 'KI-RSP-001', 'KI-ACC-001'],
    replaces: {
      seal: seal({ textOf: (body, context) => (isEmptyList(context) ? '' : sealPolicy.textOf(body, context)) }),
    },
  }),
  defineFault({
    id: 'sends-empty-lists-plain',
    story: 'Somebody thought that an empty list holds nothing that must be hidden.',
    violates: ['KI-ENC-001'],
    replaces: { seal: seal({ isSealed: (context) => sealPolicy.isSealed(context) && !isEmptyList(context) }) },
  }),
  defineFault({
    id: 'seals-empty-lists-to-its-own-key',
    story: 'Empty lists come ready sealed from a store, under the key that the bank tried it with.',
    violates: ['KI-ENC-005'],
    replaces: {
      seal: seal({
        recipientKey: (context) => (isEmptyList(context) ? ownKey(context) : sealPolicy.recipientKey(context)),
      }),
    },
  }),
]
