import type { LoadReport } from '../contracts/report/load.ts'
import type { Result, Summary } from '../contracts/report/report.ts'
import { count, duration, share } from './html/load/numbers.ts'
import { nameOf } from './html/load/window-words.ts'
import { printable } from './summary.ts'
import { describe, type Titles } from './titles.ts'
import { profileWords, runVerdictWords, verdictOrder, verdictWords } from './words.ts'

/** What a record of load says when it is judged again, for a terminal; in sentences of any length, since nothing else tells them. */

export function windowLines(report: LoadReport): readonly string[] {
  const { id, profile, ratePerSecond, startedAt, figures } = report
  const { n, slow, bounds, latency, decision, said, generator } = figures
  const began = startedAt.slice(0, 19).replace('T', ' ')
  const shares = `${share(n === 0 ? 0 : slow / n).en}, in truth ${share(bounds.lower, 'down').en} to ${share(bounds.upper, 'up').en}`
  const times = `half of the good answers within ${duration(latency.p50).en}, 99% within ${duration(latency.p99).en}`
  return [
    `${id}: ${nameOf(report).en}, ${profileWords[profile].en}, ${ratePerSecond} a second, began ${began} UTC`,
    `    ${count(n).en} counted, ${count(slow).en} slow or failed (${shares}); ${times}`,
    `    by itself ${verdictWords[decision].en.toLowerCase()}: ${said}`,
    ...(generator.problems.length === 0 ? ['    the generator was in order'] : []),
    ...generator.problems.map((problem) => `    the generator was not in order: ${problem}`),
  ].map(printable)
}

/** Those that something was said of, worst first. */
export function resultLines(results: readonly Result[], titles: Titles): readonly string[] {
  return verdictOrder
    .flatMap((verdict) => results.filter((result) => result.verdict === verdict))
    .flatMap((result) => [
      `${verdictWords[result.verdict].en.toUpperCase()} ${result.requirement} ${describe(titles, result.requirement).title.en}`,
      `    ${sentenceOf(result)}`,
    ])
    .map(printable)
}

/** What was in order is told here by what was seen, too, and not by how often. */
const sentenceOf = ({ verdict, findings, message }: Result): string =>
  verdict === 'pass' && findings.length > 0 ? findings.map(({ what }) => what).join('; ') : message

export function countsLine({ verdict, fail, inconclusive, warn, pass }: Summary): string {
  const counts = Object.entries({ fail, inconclusive, warn, pass })
  const told = counts.map(([one, many]) => `${many} ${verdictWords[one as keyof typeof verdictWords].en.toLowerCase()}`)
  return `${runVerdictWords[verdict].en}: ${told.join(', ')}`
}
