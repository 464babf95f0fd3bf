import type { IsoDate } from '../../../contracts/calendar.ts'
import type { Deviation } from '../../../contracts/config/config.ts'
import { requirement } from '../../../contracts/register.ts'
import type { DeclaredDeviation, Result, RunError } from '../../../contracts/report/report.ts'

/**
 * Breaches that the participant declares (verdicts-and-reports: "deviation"). The verdict stays, and is annotated; what
 * is declared in vain is an error of the run, so that no declaration outlives its reason.
 */
export function annotate(
  results: readonly Result[],
  deviations: readonly Deviation[],
  day: IsoDate,
): { readonly results: readonly Result[]; readonly errors: readonly RunError[] } {
  const annotated = results.map((result) => {
    const isRed = result.verdict === 'fail' || result.verdict === 'warn'
    const declared = isRed ? deviations.find((one) => covers(one, result.requirement)) : undefined
    return declared === undefined ? result : { ...result, deviation: told(declared, day) }
  })
  return { results: annotated, errors: deviations.flatMap((one) => inVain(one, results, day)) }
}

/** Twins are one requirement under two names. */
const covers = ({ requirement: id }: Deviation, other: string) =>
  id === other || (requirement(id)?.sameAs ?? []).includes(other)

function told({ owner, approver, reason, expires }: Deviation, day: IsoDate): DeclaredDeviation {
  const daysLeft = Math.round((Date.parse(expires) - Date.parse(day)) / 86_400_000)
  return { owner, approver, reason, expires, daysLeft, inForce: daysLeft >= 0 }
}

function inVain(one: Deviation, results: readonly Result[], day: IsoDate): readonly RunError[] {
  const rows = results.filter((result) => covers(one, result.requirement))
  const { requirement: id, owner, expires } = one
  const error = (code: string, message: string): readonly RunError[] => [{ kind: 'deviation-error', code, message }]
  if (rows.some(({ verdict }) => verdict === 'fail' || verdict === 'warn'))
    return expires < day
      ? error(
          'deviation-expired',
          `The deviation from ${id} expired on ${expires}: ${owner} mends the breach, or has it approved anew.`,
        )
      : []
  // Only a row that was judged shows that there is nothing to declare any more. A warning is still a breach.
  const isMended = rows.length > 0 && rows.every(({ verdict }) => verdict === 'pass')
  return isMended
    ? error(
        'deviation-needless',
        `The deviation from ${id} is needless, since the requirement is met: take it out of "deviations".`,
      )
    : []
}
