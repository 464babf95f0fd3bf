import type { Report } from '../../contracts/report/report.ts'

/** Exit codes (verdicts-and-reports: "Verdict of a run"). */
export const exitCodes = {
  ok: 0,
  fail: 1,
  inconclusive: 2,
  setup: 3,
  usage: 64,
  harness: 70,
  interrupted: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Something that stops the command before or beside any verdict. The message says what, where, and how to mend it. */
export class CommandError extends Error {
  readonly exitCode: ExitCode
  constructor(exitCode: ExitCode, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}
export const usageError = (message: string) => new CommandError(exitCodes.usage, message)
export const setupError = (message: string) => new CommandError(exitCodes.setup, message)
export const harnessError = (message: string) => new CommandError(exitCodes.harness, message)

type Judged = Pick<Report, 'errors' | 'summary' | 'results'> & { readonly run: Pick<Report['run'], 'aborted'> }

/**
 * A failed run of which every breach is declared and in force ends as it would without these breaches; rows that could
 * not be judged stay red.
 */
export function exitCodeOf({ run, errors, summary, results }: Judged): ExitCode {
  if (errors.some(({ kind }) => kind === 'harness-error')) return exitCodes.harness
  if (run.aborted) return exitCodes.interrupted
  if (errors.some(({ kind }) => kind === 'deviation-error')) return exitCodes.fail
  if (summary.verdict === 'fail' && !results.every(isDeclaredIfRed)) return exitCodes.fail
  if (summary.verdict === 'fail') return summary.inconclusive > 0 ? exitCodes.inconclusive : exitCodes.ok
  return summary.verdict === 'inconclusive' ? exitCodes.inconclusive : exitCodes.ok
}

const isDeclaredIfRed = ({ verdict, deviation }: Report['results'][number]) =>
  verdict !== 'fail' || deviation?.inForce === true
