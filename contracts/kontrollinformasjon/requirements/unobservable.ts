import type { Unobservable } from '../../requirement.ts'

/**
 * Rows that nobody can see by calling the bank or by standing as its parties. What a fixture, a stimulus or a second
 * consumer can show is observable, and has no place here.
 */
export const unobservable: Readonly<Record<string, Unobservable>> = {
  'KI-RSP-010': {
    reason:
      'The agreed texts for partial answers stand in a guideline that is not public, so no text can be compared with them.',
    evidence:
      'The texts that the bank can send in responseDetails.message, each beside the entry of the guideline that it follows.',
  },
  'KI-OPS-004': {
    reason: 'What the bank logs stays inside the bank; no answer and no request to a party shows it.',
    evidence:
      'The log entries for a CorrelationID and an AccountInfoRequestID taken from the report of this run, with time and outcome.',
  },
  'KI-OPS-008': {
    reason:
      'The API catalogue is kept by Bits; neither the bank nor a party in its place tells what is registered there.',
    evidence:
      'The bank’s entries in the API catalogue for test and production, character by character equal to the base URLs it serves.',
  },
}
