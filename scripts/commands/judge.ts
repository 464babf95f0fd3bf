import { register, requirement } from '../../contracts/register.ts'
import { serviceLevel } from '../../contracts/ytelse/service-level.ts'
import { countsLine, resultLines, windowLines } from '../../reports/load-lines.ts'
import { reportOf } from '../../suites/kit/load/judge/figures.ts'
import { agreed } from '../../suites/kit/run/agreement.ts'
import { resultsOf } from '../../suites/kit/run/results.ts'
import { summarise } from '../../suites/kit/run/summary.ts'
import { defineCommand } from '../cli/command.ts'
import { exitCodeOf, usageError } from '../cli/exit.ts'
import { oneOrMore } from '../cli/options.ts'
import { readLoad } from '../read-load.ts'

export default defineCommand({
  summary: 'judges the load of a run again, from its load.ndjson alone',
  takes: 'FILE',
  options: {
    only: { value: 'ID,…', help: 'only these requirements' },
    agreement: { value: 'TEXT', help: 'where it is written that the bank holds the figures: a breach then fails' },
    strict: { help: 'a breach of a SHOULD fails' },
  },
  run: async ({ values, positionals }, console) => {
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0)
      throw usageError('judge takes one file: samsvar judge out/latest/load.ndjson')
    const { area, windows, judgedAgain } = await readLoad(path)
    const judged = judgedAgain(windows)
    const ids = judged.map(({ check }) => check.verifies)
    const only = values.only === undefined ? ids : oneOrMore('only', values.only, ids)
    const isSelected = (id: string) => only.includes(id)
    const requirements = register.filter((row) => row.area === area)
    const rows = agreed(
      { requirements, isSelected },
      values.agreement === undefined ? {} : { ytelse: { reference: values.agreement } },
    )
    const selected = judged.filter(({ check }) => isSelected(check.verifies))
    const results = resultsOf(rows, selected, values.strict === true)
    const summary = summarise(results)
    for (const window of windows) for (const line of windowLines(reportOf(window, serviceLevel))) console.out(line)
    console.out('')
    const told = results.filter(({ check }) => check !== null)
    for (const line of resultLines(told, requirement)) console.out(line)
    console.out('')
    console.out(countsLine(summary))
    console.out('By the requests alone: what was answered in calm, and declared, stands in report.json of the run')
    return exitCodeOf({ run: { aborted: false }, errors: [], summary, results })
  },
})
