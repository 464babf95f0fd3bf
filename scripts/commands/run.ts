import { randomBytes } from 'node:crypto'
import { requirement, requirementSet } from '../../contracts/register.ts'
import { profileNames } from '../../contracts/report/load.ts'
import { areas } from '../../contracts/requirement.ts'
import { loadChecks } from '../../suites/checks.ts'
import { profiles } from '../../suites/kit/load/profile.ts'
import { run } from '../../suites/kit/run/engine.ts'
import type { Diagnosis } from '../../suites/kit/run/preflight/diagnosis.ts'
import { type Console, defineCommand } from '../cli/command.ts'
import { exitCodeOf, setupError, usageError } from '../cli/exit.ts'
import { oneOrMore, wholeNumber } from '../cli/options.ts'
import { harness } from '../harness.ts'
import { evidenceKey } from '../output/evidence-key.ts'
import { openFolder } from '../output/folder.ts'
import { lookAhead } from '../preflight.ts'
import { createProgress } from '../progress.ts'
import { selectRows } from '../selection.ts'
import { chooseTarget } from '../target.ts'

export default defineCommand({
  summary: 'judges a bank and writes the report; without a configuration, the built-in reference bank',
  options: {
    config: { value: 'FILE', help: 'whom to judge; see samsvar bank --config-out for one' },
    area: { value: 'A,…', help: `which areas: ${areas.join(', ')}; ytelse takes minutes, and only this asks for it` },
    only: { value: 'ID,…', help: 'only these requirements' },
    profile: {
      value: 'NAME',
      help: `how much load the area ytelse makes: ${profileNames.join(', ')} (default standard)`,
    },
    strict: { help: 'a breach of a SHOULD fails' },
    fault: { value: 'ID,…', help: 'makes the reference bank wrong in this way' },
    seed: { value: 'N', help: 'of the reference bank and of everything that is drawn (default 1)' },
    out: { value: 'DIR', help: 'where the report goes (default out/<run id>)' },
  },
  run: async ({ values, positionals }, console) => {
    const rows = selectRows(values, positionals)
    const seed = wholeNumber('seed', values.seed ?? '1', { min: 0, max: 2 ** 32 - 1 })
    const [profile] = oneOrMore('profile', values.profile ?? 'standard', profileNames)
    if (values.profile?.includes(',')) throw usageError('--profile takes one of them')
    const runId = newRunId()
    // Together, because the keys of the parties are made beside the thread that loads.
    const loading = loadChecks(rows.checkAreas)
    loading.catch(() => undefined)
    await using target = await chooseTarget({ ...values, seed, areas: rows.checkAreas, told: rows.areas })
    const checks = await loading
    const sealTo = await evidenceKey()
    console.interrupt.throwIfAborted()
    const found = await lookAhead(target, rows.checkAreas, console)
    insistOnReady(found, console)
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
        load: { profile: profiles[profile ?? 'standard'], seed },
        runId,
        requirementSet,
        harness,
        signal: console.interrupt,
        tell: progress.tell,
        waitedMs: found.reduce((sum, { waitedMs = 0 }) => sum + waitedMs, 0),
      })
      progress.end()
      // Not before: nothing that is asked waits for what only tells of it.
      const { writeBundle } = await import('../output/bundle.ts')
      const { summaryLines } = await import('../../reports/summary.ts')
      const report = await writeBundle(folder, record, sealTo)
      for (const line of summaryLines(report, { titles: requirement, place: folder.path })) console.out(line)
      return exitCodeOf(report)
    } finally {
      await folder.discard()
    }
  },
})

/** A problem stops the run before any verdict; what else was noticed is told. */
function insistOnReady(found: readonly Diagnosis[], { err }: Console): void {
  const problems = found.filter(({ state }) => state === 'problem')
  for (const one of found.filter(({ state }) => state === 'warning')) err(`${told(one)}\n`)
  if (problems.length > 0)
    throw setupError(['nothing was judged, because the set-up is not in order:', ...problems.map(told)].join('\n'))
}

const told = ({ what, said, remedy }: Diagnosis) => `  ${what}: ${said}${remedy === null ? '' : `; ${remedy}`}`

/** Sorts by time, and no two runs share one: the invented ids come from it. */
function newRunId(): string {
  const moment = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  return `${moment}-${randomBytes(4).toString('hex')}`
}
