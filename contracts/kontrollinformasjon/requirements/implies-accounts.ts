import type { Implication } from '../../relations.ts'

/** Among the rows about errors and about the list of accounts, and from them to the rows that ask for the same in general. */
export const accountRows: readonly Implication[] = [
  // Errors.
  { these: ['KI-ERR-001'], imply: ['KI-ERR-002'], why: 'An error that is a page is called one.' },
  {
    these: ['KI-ERR-012'],
    imply: ['KI-ERR-001'],
    why: 'The default body of a framework has a code as little as it has the shape of an error.',
  },
  {
    these: ['KI-ERR-006', 'KI-ERR-015'],
    imply: ['KI-ERR-004'],
    why: 'The code that is wrong for the reference, or that comes the second time only, need not belong to the status.',
  },

  // What stands in the members of an account.
  { these: ['KI-ACC-003', 'KI-ACC-004'], imply: ['KI-KON-034'], why: 'The profile marks number and reference TO.' },
  {
    these: ['KI-ACC-002', 'KI-ACC-003', 'KI-ACC-004', 'KI-ACC-018', 'KI-ACC-023'],
    imply: ['KI-FMT-002'],
    why: 'One way to be without a required member is to have null in its place.',
  },
  { these: ['KI-ACC-002'], imply: ['KI-FMT-005'], why: 'What is no array may be the single element of one.' },
  {
    these: ['KI-ACC-010'],
    imply: ['KI-ACC-012'],
    why: 'A blocked account that has no status is not shown as disabled.',
  },

  // Which accounts are listed.
  {
    these: ['KI-REQ-022'],
    imply: ['KI-ACC-033'],
    why: 'Of a debtor whose number leads to nobody no account is listed.',
  },
  {
    these: ['KI-RSP-004'],
    imply: ['KI-ACC-030'],
    why: 'A partial answer without a reason excuses no account that is missing from it.',
  },
  {
    these: ['KI-ACC-030'],
    imply: ['KI-ACC-032'],
    why: 'Who lists no closed account lists none that was closed on the first day.',
  },
  {
    these: ['KI-ACC-031'],
    imply: ['KI-ACC-029', 'KI-DET-015'],
    why: 'An account from before the period that is listed was owned, and lived, before it.',
  },
]
