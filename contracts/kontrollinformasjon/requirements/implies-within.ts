import type { Implication } from '../../relations.ts'

/** Among the KI rows: a row that spells out one rule, and the row that demands the whole. */
export const withinCatalogue: readonly Implication[] = [
  // Errors.
  {
    these: ['KI-ERR-003', 'KI-ERR-012'],
    imply: ['KI-ERR-004'],
    why: 'A code of another form or of another status makes no lawful pair.',
  },
  {
    these: [
      'KI-URL-007',
      'KI-REQ-005',
      'KI-AUT-001',
      'KI-AUT-002',
      'KI-AUT-003',
      'KI-AUT-004',
      'KI-AUT-005',
      'KI-AUT-006',
      'KI-AUT-007',
      'KI-AUT-008',
      'KI-AUT-011',
      'KI-AUT-013',
      'KI-AUT-014',
      'KI-KON-001',
      'KI-KON-002',
    ],
    imply: ['KI-ERR-004'],
    why: 'Each asks for a status and its code; the right status with another code makes no lawful pair.',
  },
  { these: ['KI-ERR-008'], imply: ['KI-KON-038', 'KI-URL-008'], why: 'P5 answered with 404 is not an empty 200.' },

  // What an answer is sealed with, and what it calls itself.
  { these: ['KI-ENC-009'], imply: ['KI-ENC-005'], why: 'Who looks up another participant seals to its key.' },
  {
    these: ['KI-ENC-014'],
    imply: ['KI-ENC-001', 'KI-ERR-001'],
    why: 'Plain JSON in production is a 200 in production that is no JWE; beside a 406 it is account data in an error.',
  },
  {
    these: ['KI-ENC-015'],
    imply: ['KI-URL-004', 'KI-URL-005', 'KI-URL-006'],
    why: 'The lawful call of every row asks for application/jose.',
  },
  {
    these: ['KI-ENC-019'],
    imply: ['KI-ENC-002', 'KI-ERR-002'],
    why: 'No Content-Type is not the right one, neither of a sealed answer nor of an error.',
  },
  {
    these: ['KI-ENC-020'],
    imply: ['KI-ERR-001', 'KI-ERR-002'],
    why: 'A sealed error has no JSON object for a body, and may well say so in its Content-Type.',
  },

  // Sealing.
  {
    these: ['KI-ENC-007'],
    imply: ['KI-RSP-001', 'KI-ACC-001', 'KI-DET-001', 'KI-TRX-001'],
    why: 'A plaintext that is no document has no members, and conforms to no schema.',
  },

  // Accounts and the konkurs profile.
  {
    these: ['KI-ACC-012'],
    imply: ['KI-ACC-013'],
    why: 'An account that should be blocked and is enabled breaks both.',
  },
  {
    these: ['KI-ACC-002'],
    imply: ['KI-KON-038'],
    why: 'P5 answered without the array is not answered with an empty list.',
  },
  {
    these: ['KI-ACC-030', 'KI-ACC-032'],
    imply: ['KI-ACC-033'],
    why: 'A closed account that is left out is an owned account that is left out.',
  },
  {
    these: ['KI-ACC-018', 'KI-ACC-023', 'KI-DET-007'],
    imply: ['KI-KON-034'],
    why: 'The profile marks both identifiers TO.',
  },
  {
    these: ['KI-ACC-010', 'KI-DET-005', 'KI-RSP-004'],
    imply: ['KI-KON-035'],
    why: 'The profile marks status and message SU.',
  },
  { these: ['KI-ACC-035', 'KI-DET-008'], imply: ['KI-KON-036'], why: 'The profile marks both names UI.' },
  { these: ['KI-REQ-022'], imply: ['KI-KON-033'], why: 'A debtor whose kind of number is refused is not served.' },

  // The period.
  { these: ['KI-KON-017'], imply: ['KI-KON-011', 'KI-KON-014'], why: 'Who refuses eleven months refuses twelve.' },
  {
    these: ['KI-KON-015'],
    imply: ['KI-KON-011', 'KI-KON-014'],
    why: 'Counted from today, an old ruling loses lawful dates.',
  },

  // Transactions and pages.
  {
    these: ['KI-TRX-010', 'KI-TRX-043', 'KI-TRX-044', 'KI-TRX-045'],
    imply: ['KI-TRX-006'],
    why: 'Transactions of the period are missing.',
  },
  { these: ['KI-PAG-002'], imply: ['KI-PAG-001'], why: 'Without next the rest cannot be fetched.' },
  { these: ['KI-PAG-001'], imply: ['KI-PAG-009', 'KI-TRX-006'], why: 'A result cut short lacks transactions.' },
]
