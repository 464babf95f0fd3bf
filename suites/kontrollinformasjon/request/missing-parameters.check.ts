import { missingParameter } from './missing-parameter.ts'

/** What OAS2 marks as required (catalogue 1.3); Legal-Mandate has a file of its own. */
export default [
  missingParameter(import.meta, {
    verifies: 'KI-REQ-001',
    of: 'every call',
    without: { headers: { AccountInfoRequestID: null } },
  }),
  missingParameter(import.meta, {
    verifies: 'KI-REQ-003',
    of: 'every call',
    without: { headers: { CorrelationID: null } },
  }),
  missingParameter(import.meta, {
    verifies: 'KI-REQ-006',
    of: 'the list call',
    without: { headers: { PartyID: null } },
  }),
  missingParameter(import.meta, {
    verifies: 'KI-REQ-008',
    of: 'the list call',
    without: { query: { OnlyPrimaryOwner: null } },
  }),
]
