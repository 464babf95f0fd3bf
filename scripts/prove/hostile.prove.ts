import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../contracts/report/report.ts'
import { parseEvidence } from '../../reports/evidence.ts'
import { hostileIds } from '../../suites/targets/hostile.ts'
import { bankProcess, samsvar, stop } from '../testing/processes.ts'

/**
 * A whole run against every hostile bank: it ends in time, with a report, without much memory, and goes nowhere else.
 *
 * Time is what a user sees, from the command to its end, and a hostile bank may add half a minute to that of a calm run
 * just before: all that it does to all questions together is over by then, and not only each exchange, of which the
 * evidence says that none took longer. Both are seconds on a clock, so this is for a machine that does nothing else:
 * where the calm run takes long, that is told as a failure of its own, since the others then prove nothing about time.
 */

/** What a hostile bank may cost beside a calm one, in mebibytes. */
const mostAbove = 200
/** The same in seconds, and the longest that one exchange may take. */
const mostLonger = 30
/** Three times what a calm run takes on two idle cores. */
const quiet = 15

interface Met {
  readonly report: Report
  readonly code: number | null
  /** Of the harness alone: the bank has a process of its own. */
  readonly peak: number
  readonly seconds: number
  /** Of the longest exchange, in seconds. */
  readonly longest: number
  readonly written: number
  readonly farewell: string
}

const peakMeter = pathToFileURL(join(import.meta.dirname, '..', 'testing', 'peak.mjs')).href
const rows: string[] = []
let calm: Met

async function meet(faults: readonly string[]): Promise<Met> {
  const folder = await mkdtemp(join(tmpdir(), 'samsvar-hostile-'))
  const bank = await bankProcess(
    folder,
    faults.flatMap((id) => ['--fault', id]),
  )
  const [out, peak] = [join(folder, 'report'), join(folder, 'peak')]
  const env = { NODE_OPTIONS: `--import=${peakMeter}`, SAMSVAR_PEAK: peak }
  const begun = performance.now()
  const run = samsvar(['run', '--area', 'kontrollinformasjon', '--config', bank.config, '--out', out], { env })
  const code = await run.ended
  const seconds = (performance.now() - begun) / 1000
  await stop(bank)
  if (code === null || code === 3 || code === 64) throw new Error(run.text())
  const sizes = await Promise.all((await readdir(out)).map(async (name) => (await stat(join(out, name))).size))
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report
  const { exchanges } = parseEvidence(readFileSync(join(out, 'evidence.ndjson'), 'utf8'))
  const met: Met = {
    report,
    longest: Math.max(...exchanges.map(({ durationMs }) => durationMs)) / 1000,
    code,
    peak: Number(readFileSync(peak, 'utf8')) / 1024,
    seconds,
    written: sizes.reduce((all, size) => all + size, 0) / 2 ** 20,
    farewell: bank.text(),
  }
  await rm(folder, { recursive: true })
  return met
}

/** One line of the table that is printed in the end. */
function row(id: string, { report, code, peak, seconds, longest, written }: Met): string {
  const { pass, fail, warn, inconclusive } = report.summary
  const figures = [
    code,
    seconds.toFixed(1),
    (seconds - calm.seconds).toFixed(1),
    longest.toFixed(1),
    peak.toFixed(0),
    (peak - calm.peak).toFixed(0),
    written.toFixed(1),
    pass,
    fail,
    warn,
    inconclusive,
  ]
  return [id.padEnd(36), ...figures.map((figure) => String(figure).padStart(8))].join('')
}

beforeAll(async () => {
  calm = await meet([])
  rows.push(row('calm', calm))
}, 300_000)

afterAll(() => {
  const heads = ['code', 's', 'longer', 'longest', 'MiB', 'above', 'written', 'pass', 'fail', 'warn', 'inconcl']
  process.stdout.write(`\n${[' '.repeat(36), ...heads.map((text) => text.padStart(8))].join('')}\n${rows.join('\n')}\n`)
})

describe('a run against a bank', () => {
  it('that is calm is over soon, so that seconds mean something', () => expect(calm.seconds).toBeLessThan(quiet))

  it.each(hostileIds)(
    'that is %s ends with a report',
    async (id) => {
      const met = await meet([id])
      rows.push(row(id, met))
      expect(met.report.errors).toEqual([])
      expect([0, 1, 2]).toContain(met.code)
      expect(met.report.results.every(({ verdict, message }) => verdict === 'not-tested' || message !== '')).toBe(true)
      expect(met.farewell).toMatch(/hostile +to [1-9]\d* requests; 0 connections went/)
      expect(met.peak - calm.peak).toBeLessThan(mostAbove)
      expect(met.longest).toBeLessThanOrEqual(mostLonger)
      expect(met.seconds - calm.seconds).toBeLessThanOrEqual(mostLonger)
    },
    600_000,
  )
})
