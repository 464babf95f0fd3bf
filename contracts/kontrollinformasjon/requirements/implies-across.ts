import type { Implication } from '../../relations.ts'

/** KI rows and the CertPub (CP), JWE (JW) and konkursvarsel (KV) rows that are narrower or broader. */
export const acrossCatalogues: readonly Implication[] = [
  { these: ['CP-01'], imply: ['KI-ENC-006'], why: 'Who looks up another organisation cannot encrypt to the consumer.' },
  { these: ['CP-02'], imply: ['KI-ENC-009'], why: 'The KI row also looks at the locator.' },
  { these: ['CP-05', 'CP-07'], imply: ['KI-ENC-021'], why: 'The expired and the revoked half of the KI row.' },

  {
    these: ['KI-ENC-004'],
    imply: ['JW-02'],
    why: 'Every algorithm that the KI row rules out is another than the expected one.',
  },
  { these: ['JW-02', 'JW-03'], imply: ['KI-ENC-003'], why: 'The key half and the content half of the KI row.' },
  {
    these: ['KI-ENC-005', 'KI-ENC-006'],
    imply: ['JW-05'],
    why: 'Brreg and the second consumer are each the consumer.',
  },
  {
    these: ['KI-ENC-007', 'KI-ACC-001', 'KI-DET-001', 'KI-TRX-001'],
    imply: ['JW-06'],
    why: 'The JW row asks for JSON and for the schema of the operation at once.',
  },
  { these: ['KI-ENC-015', 'KI-ENC-016'], imply: ['JW-10'], why: 'Each is one Accept of the row.' },
  {
    these: ['KI-ENC-020', 'KI-ERR-001'],
    imply: ['JW-11'],
    why: 'Not encrypted, and of the standard shape: the two halves of the row.',
  },
  { these: ['JW-12'], imply: ['KI-ENC-001'], why: 'An empty 200 is a 200.' },

  { these: ['KV-068'], imply: ['KI-KON-028'], why: 'The KI row is a SHOULD, and also rules out a step by hand.' },
  { these: ['KI-KON-011', 'KI-KON-012'], imply: ['KV-069'], why: 'The accepted and the refused half of the boundary.' },
  {
    these: ['KI-KON-015', 'KI-KON-016'],
    imply: ['KV-070'],
    why: 'Not from today, not from registration: the two halves of the row.',
  },
]
