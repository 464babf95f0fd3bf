import { missingParameter } from './missing-parameter.ts'

export default missingParameter(import.meta, {
  verifies: 'KI-REQ-005',
  of: 'every call',
  without: { headers: { 'Legal-Mandate': null } },
})
