import type { Implication } from '../../relations.ts'

/** Among the KI rows: a row that spells out one rule, and the row that demands the whole. */
export const withinCatalogue: readonly Implication[] = [
  // One schema per operation (OAS2), spelled out row by row.
  {
    these: ['KI-RSP-001', 'KI-RSP-002', 'KI-RSP-003'],
    imply: ['KI-ACC-001', 'KI-DET-001', 'KI-TRX-001'],
    why: 'responseDetails belongs to all three schemas.',
  },
  {
    these: ['KI-ACC-002', 'KI-ACC-003', 'KI-ACC-004', 'KI-ACC-011', 'KI-ACC-014', 'KI-ACC-022', 'KI-ACC-026'],
    imply: ['KI-ACC-001'],
    why: 'Schema Accounts demands it.',
  },
  {
    these: ['KI-DET-002', 'KI-DET-010', 'KI-BAL-003', 'KI-BAL-005', 'KI-BAL-010', 'KI-BAL-012'],
    imply: ['KI-DET-001'],
    why: 'Schema AccountDetails demands it (catalogue 9.1 makes account required).',
  },
  {
    these: [
      'KI-TRX-003',
      'KI-TRX-009',
      'KI-TRX-012',
      'KI-TRX-015',
      'KI-TRX-017',
      'KI-TRX-021',
      'KI-TRX-024',
      'KI-TRX-026',
      'KI-TRX-027',
      'KI-TRX-028',
      'KI-TRX-029',
      'KI-TRX-033',
      'KI-TRX-040',
      'KI-TRX-042',
      'KI-PAG-004',
      'KI-PAG-005',
    ],
    imply: ['KI-TRX-001'],
    why: 'Schema Transactions demands it.',
  },

  // What holds for every answer.
  {
    these: ['KI-RSP-002', 'KI-ACC-011', 'KI-ACC-014', 'KI-ACC-026', 'KI-BAL-005', 'KI-TRX-009', 'KI-TRX-017'],
    imply: ['KI-FMT-003'],
    why: 'Each is an enumeration, and KI-FMT-003 is about all of them.',
  },
  {
    these: ['KI-BAL-003', 'KI-BAL-010', 'KI-TRX-012', 'KI-TRX-015'],
    imply: ['KI-FMT-004'],
    why: 'A number or a boolean written as text breaks both.',
  },
  { these: ['KI-ACC-027', 'KI-DET-010'], imply: ['KI-FMT-006'], why: 'Each is about full dates.' },
  {
    these: ['KI-RSP-003', 'KI-ACC-022', 'KI-TRX-027', 'KI-TRX-028', 'KI-TRX-029', 'KI-TRX-033', 'KI-PAG-005'],
    imply: ['KI-FMT-001', 'KI-FMT-007'],
    why: 'Each is a length from OAS2: too short is an empty string, too long is over the limit.',
  },
  { these: ['KI-FMT-013'], imply: ['KI-ENC-007'], why: 'What is not UTF-8 JSON is not so inside the JWE either.' },

  // Errors.
  {
    these: ['KI-ERR-003', 'KI-ERR-012'],
    imply: ['KI-ERR-004'],
    why: 'A code of another form or of another status makes no lawful pair.',
  },
  { these: ['KI-ERR-008'], imply: ['KI-KON-038', 'KI-URL-008'], why: 'P5 answered with 404 is not an empty 200.' },

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
