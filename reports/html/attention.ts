import type { Verdict } from '../../contracts/report/verdict.ts'

/** Verdicts that somebody has to look at, the worst first: they have cards. */
export const attention = ['fail', 'inconclusive', 'warn'] as const satisfies readonly Verdict[]
