import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { busy, median, say, table } from './table.ts'

/**
 * How long somebody waits: from the start of the process to the first verdict, to the last one, and to the report.
 * `node scripts/bench/first-verdict.ts [ROUNDS]`. Of `npm start`, and of the command without npm; the first round fills
 * the cache of what Node compiled, and does not count.
 */

const [rounds = 5] = process.argv.slice(2).map(Number)
const root = join(import.meta.dirname, '..', '..')
const ways = {
  'npm start': ['npm', 'start', '--silent', '--'],
  'samsvar run': [process.execPath, join(root, 'scripts', 'samsvar.mjs'), 'run'],
} as const

interface Waited {
  readonly first: number
  /** Of the run itself, as the report tells it: asking and judging. */
  readonly run: number
  readonly whole: number
}

async function waited([command = '', ...args]: readonly string[]): Promise<Waited> {
  const folder = mkdtempSync(join(tmpdir(), 'samsvar-bench-'))
  const begun = performance.now()
  let first = Number.NaN
  const child = spawn(command, [...args, '--out', folder], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', (chunk) => {
    if (Number.isNaN(first) && String(chunk).includes('first verdict')) first = performance.now() - begun
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  const whole = performance.now() - begun
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`)
  const { run } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  return { first, run: Date.parse(run.finishedAt) - Date.parse(run.startedAt), whole }
}

busy()
const rows: string[][] = []
for (const [name, line] of Object.entries(ways)) {
  const all: Waited[] = []
  for (let round = -1; round < rounds; round++) {
    const one = await waited(line)
    if (round >= 0) all.push(one)
  }
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
  const least = Math.min(...all.map(({ first }) => first))
  const mid = (what: keyof Waited) => median(all.map((one) => one[what]))
  rows.push([name, seconds(mid('first')), seconds(least), seconds(mid('run')), seconds(mid('whole'))])
}
say(`reference bank, area kontrollinformasjon, median of ${rounds} rounds`)
table(['from the start of the process', 'first verdict', 'quickest', 'the run itself', 'to the end'], rows)
