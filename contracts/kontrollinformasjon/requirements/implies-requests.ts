import type { Implication } from '../../relations.ts'

/** Among the KI rows about URLs, parameters and responseDetails: what else a bank breaks by breaking one of them. */
export const requestRows: readonly Implication[] = [
  // Lawful calls that are not served.
  {
    these: ['KI-URL-003', 'KI-URL-009', 'KI-URL-012', 'KI-REQ-018', 'KI-REQ-020'],
    imply: ['KI-URL-004', 'KI-URL-005', 'KI-URL-006'],
    why: 'Who sends a lawful call elsewhere, or wants more than is lawful, does not serve it as it is.',
  },
  { these: ['KI-REQ-011'], imply: ['KI-URL-004'], why: 'A list call in the spelling of OAS2 is not served.' },
  {
    these: ['KI-REQ-025'],
    imply: ['KI-URL-005', 'KI-URL-006'],
    why: 'Details and transactions are asked without what this bank wants.',
  },
  {
    these: ['KI-URL-010'],
    imply: ['KI-URL-005', 'KI-URL-006'],
    why: 'Where no reference survives its encoding, nothing can be asked with one.',
  },
  {
    these: ['KI-URL-005', 'KI-URL-006', 'KI-URL-010'],
    imply: ['KI-ACC-008'],
    why: 'A debtor of whom nothing is served has listed references that do not work.',
  },

  // Successes with another status, which for the other rows are none.
  {
    these: ['KI-URL-008'],
    imply: ['KI-KON-038', 'KI-URL-005', 'KI-URL-006', 'KI-TRX-002', 'KI-PAG-001'],
    why: 'Each of them asks for 200; an empty result, a partial one or a page with another status is not that.',
  },

  // Refusals.
  {
    these: ['KI-REQ-001', 'KI-REQ-003', 'KI-REQ-006', 'KI-REQ-008'],
    imply: ['KI-ERR-004'],
    why: 'Each asks for a status and its code; the right status with another code makes no lawful pair.',
  },
  {
    these: [
      'KI-REQ-001',
      'KI-REQ-003',
      'KI-REQ-005',
      'KI-REQ-006',
      'KI-REQ-008',
      'KI-REQ-012',
      'KI-REQ-017',
      'KI-REQ-026',
    ],
    imply: ['KI-REQ-027'],
    why: 'A missing or superfluous parameter that is answered with 5xx is validation that breaks.',
  },
  {
    these: ['KI-REQ-017'],
    imply: ['KI-TRX-011', 'KI-ACC-031'],
    why: 'A period that is widened brings what lies outside it.',
  },

  // responseDetails.
  { these: ['KI-RSP-003'], imply: ['KI-RSP-004'], why: 'An empty message gives no reason.' },
  {
    these: ['KI-RSP-007'],
    imply: ['KI-TRX-006', 'KI-TRX-044'],
    why: 'Transactions that are withheld from a complete answer are transactions that are missing.',
  },
]
