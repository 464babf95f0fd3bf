import type { Unobservable } from '../../requirement.ts'

/** Rows that no call and no file of one run can show: what to ask the operator for, and what to look for in it. */
export const unobservable: Readonly<Record<string, Unobservable>> = {
  'KFRO-063': {
    reason:
      'That nothing older than ten years is served is KFRO-053; that it is erased, and by a routine that nobody has to start, shows in the operator’s house alone.',
    evidence:
      'The definition of the routine and its log of the last three runs; the number of rows by year of their end, with none older than ten years; and how backups and replicas of such rows end.',
  },
  'KFRO-068': {
    reason: 'Whoever is handed a dump of a database cannot see whether the disk that it came from is encrypted.',
    evidence:
      'What encrypts the database, its journal and its backups, with which algorithm; who holds the keys, apart from whom; and a page of the raw file, in which neither names of tables nor numbers can be read.',
  },
  'KFRO-071': {
    reason: 'That there is no way at all to learn it cannot be shown by trying some.',
    evidence:
      'The list of every interface, export and report that reporters have access to, support channels included, with none that holds look-ups of agencies; and who inside may see them.',
  },
  'KFRO-072': {
    reason:
      'The certificate is shown to Maskinporten, and the register sees its organisation number as a claim only; what a register does with that claim is KFRO-007, KFRO-008 and KFRO-009.',
    evidence:
      'How access of a reporter is set up: which organisation number is bound to which client, who compares it with the virksomhetssertifikat, and one such entry for a reporter of this run.',
  },
  'KFRO-075': {
    reason:
      'A share of a month is a matter of months: a run can contradict 99.9 % (KFRO-073 counts what fails), and can never prove it.',
    evidence:
      'The operator’s monitoring from outside, of the interfaces for reporting and updating, for each of the last twelve months: how a minute counts as available, and which maintenance was left out.',
  },
  'KFRO-077': {
    reason: 'A run sees the hours in which it runs, and the promise is about every working week.',
    evidence:
      'Monitoring of the test environment, Monday to Friday from 08 to 16, for the last three months, and how breaks are announced.',
  },
  'KFRO-078': {
    reason:
      'It says how whoever measures has to do it: batches stand outside of the windows that KFRO-074 judges, and when a batch was accepted stands with KFRO-032. No operator can break it.',
    evidence: 'Nothing of the operator: the exchanges of KFRO-032 and KFRO-031 in the evidence, with their durations.',
  },
}
