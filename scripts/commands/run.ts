import { randomBytes } from 'node:crypto'
import { requirement, requirementSet } from '../../contracts/register.ts'
import { areas } from '../../contracts/requirement.ts'
import { summaryLines } from '../../reports/summary.ts'
import { loadChecks } from '../../suites/checks.ts'
import { run } from '../../suites/kit/run/engine.ts'
import { preflight } from '../../suites/kit/run/preflight.ts'
import { defineCommand } from '../cli/command.ts'
import { exitCodeOf, setupError } from '../cli/exit.ts'
import { wholeNumber } from '../cli/options.ts'
import { harness } from '../harness.ts'
import { writeBundle } from '../output/bundle.ts'
import { evidenceKey } from '../output/evidence-key.ts'
import { openFolder } from '../output/folder.ts'
import { createProgress } from '../progress.ts'
import { selectRows } from '../selection.ts'
import { chooseTarget } from '../target.ts'

export default defineCommand({
  summary: 'judges a bank and writes the report; without a configuration, the built-in reference bank',
  options: {
    config: { value: 'FILE', help: 'whom to judge; see samsvar bank --config-out for one' },
    area: { value: 'A,…', help: `which areas: ${areas.join(', ')}` },
    only: { value: 'ID,…', help: 'only these requirements' },
    strict: { help: 'a breach of a SHOULD fails' },
    fault: { value: 'ID,…', help: 'makes the reference bank wrong in this way' },
    seed: { value: 'N', help: 'of the reference bank and of everything that is drawn (default 1)' },
    out: { value: 'DIR', help: 'where the report goes (default out/<run id>)' },
  },
  run: async ({ values, positionals }, console) => {
    const rows = selectRows(values, positionals)
    const seed = wholeNumber('seed', values.seed ?? '1', { min: 0, max: 2 ** 32 - 1 })
    const runId = newRunId()
    const checks = await loadChecks(rows.checkAreas)
    const sealTo = await evidenceKey()
    await using target = await chooseTarget({ ...values, seed })
    console.interrupt.throwIfAborted()
    const [problem] = await preflight(target)
    if (problem !== undefined) throw setupError(problem)
    const folder = await openFolder(values.out, runId)
    try {
      await folder.clear()
      const progress = createProgress(console)
      const record = await run({
        target,
        rows,
        checks,
        strict: values.strict === true,
        seed,
        runId,
        requirementSet,
        harness,
        signal: console.interrupt,
        tell: progress.tell,
      })
      progress.end()
      const report = await writeBundle(folder, record, sealTo)
      for (const line of summaryLines(report, { titles: requirement, place: folder.path })) console.out(line)
      return exitCodeOf(report)
    } finally {
      await folder.discard()
    }
  },
})

/** Sorts by time, and no two runs share one: the invented ids come from it. */
function newRunId(): string {
  const moment = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  return `${moment}-${randomBytes(4).toString('hex')}`
}
