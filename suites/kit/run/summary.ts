import type { Result, RunVerdict, Summary } from '../../../contracts/report/report.ts'
import type { Verdict } from '../../../contracts/report/verdict.ts'

/** From the verdicts of all rows to the verdict of the run. */
export function summarise(results: readonly Result[]): Summary {
  const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length
  const [pass, fail, warn] = [count('pass'), count('fail'), count('warn')]
  const unobservable = results.filter(({ reason }) => reason === 'unobservable').length
  return {
    verdict: verdictOfRun(results),
    judged: pass + fail + warn,
    observable: results.length - unobservable - count('not-applicable'),
    pass,
    fail,
    warn,
    inconclusive: count('inconclusive'),
    notApplicable: count('not-applicable'),
    notTested: count('not-tested'),
  }
}

/** A bare pass never stands over a MUST that could have been judged, and a run that judged nothing is no good news. */
function verdictOfRun(results: readonly Result[]): RunVerdict {
  const has = (verdict: Verdict) => results.some((result) => result.verdict === verdict)
  if (has('fail')) return 'fail'
  if (has('inconclusive') || !(has('pass') || has('warn'))) return 'inconclusive'
  return results.some(isUnjudgedMust) ? 'incomplete' : 'pass'
}

const isUnjudgedMust = ({ verdict, reason, level }: Result) =>
  level === 'MUST' && verdict === 'not-tested' && reason !== 'unobservable'
