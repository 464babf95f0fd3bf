import type { Unobservable } from '../../requirement.ts'

/** Rows that nobody can see by standing as the register and as Maskinporten, or by the hooks of a test environment. */
export const unobservable: Readonly<Record<string, Unobservable>> = {
  'KFRB-036': {
    reason: 'What is written to Bits before a large load goes by mail, and reaches no party of this harness.',
    evidence:
      'The message to Bits before the first load, with its date, the number of relationships and the day of the load, beside the log of the batches of that day.',
  },
  'KFRB-047': {
    reason: 'What the bank keeps in its own log is nobody’s to see from the register.',
    evidence:
      'The lines of the bank’s log about three requests of this run, found by a CorrelationID that the evidence of the run names, with the customer masked.',
  },
  'KFRB-048': {
    reason: 'Collection accounts stand in a form and in mail to Bits; no interface carries them.',
    evidence:
      'The list in the registration form beside the collection accounts of the ledger, and the latest change of it with the mail that told Bits; or a statement that none are used.',
  },
}
