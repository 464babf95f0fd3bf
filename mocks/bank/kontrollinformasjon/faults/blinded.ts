/** Rows that nobody can judge at a bank whose list names no account, or keeps its names from the consumer. */
export const withoutReadableList = [
  'KI-URL-007',
  'KI-REQ-005',
  'KI-REQ-022',
  'KI-AUT-001',
  'KI-AUT-005',
  'KI-AUT-006',
  'KI-AUT-008',
  'KI-AUT-011',
  'KI-ENC-001',
  'KI-RSP-001',
  'KI-ACC-001',
  'KI-ACC-012',
  'KI-ACC-024',
  'KI-PAG-001',
  'KI-PAG-002',
  'KI-KON-001',
  'KI-KON-002',
]

/** Rows that nobody can judge at a bank that serves no list at all. */
export const withoutAnyAnswer = [...withoutReadableList, 'KI-ENC-005', 'KI-ENC-012', 'KI-KON-023']
