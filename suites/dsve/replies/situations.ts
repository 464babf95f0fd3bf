import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'

/** Rows that say whether a bank is to say yes or no, and the cases in which that shows. */
export const situations: Readonly<Record<string, readonly CaseId[]>> = {
  'DSVE-032': ['S18'],
  'DSVE-033': ['S3', 'S4', 'S5'],
  'DSVE-034': ['S6'],
  'DSVE-035': ['S2', 'S7'],
  'DSVE-036': ['S20'],
  'DSVE-047': ['S17'],
  'DSVE-049': ['S19'],
  'DSVE-190': ['S12'],
  'DSVE-191': ['S13'],
  'DSVE-193': ['S14'],
  'DSVE-194': ['S15'],
  'DSVE-196': ['S28'],
  'DSVE-197': ['S29'],
  'DSVE-198': ['S30'],
}
