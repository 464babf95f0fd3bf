import { readFileSync } from 'node:fs'
import { writeForm } from '../../contracts/kfr/batch/multipart.ts'
import { fileLimits } from '../../contracts/kfr/operations.ts'
import { openPlace } from '../../suites/targets/bench-kfr.ts'
import { busy, say, table, whole } from './table.ts'

/**
 * The largest batch that is taken, at a register in a process of its own that stores as quickly as it can: when it is
 * answered, when it is stored, what it needs, and whether every entry is found: `node scripts/bench/kfr.ts [SHARE]`, where
 * one of SHARE entries is looked up over the interface (default 1: every one), over 16 connections. The register is asked
 * about all of them besides. Memory and processor time are read from /proc, so this is for Linux.
 */

const [share = 1] = process.argv.slice(2).map(Number)
const day = '2020-01-01'
const mebibyte = 1024 * 1024
const connections = 16
/** Look-ups after which something is said: all of them take minutes. */
const tellEvery = 50_000

const entryBytes = `00000000000#${day},`.length
const count = Math.floor((fileLimits.atMost + 1) / entryBytes)
/** Synthetic: months 81 to 92. */
const customers = Array.from({ length: count }, (_, index) => {
  const [dayOf, month, rest] = [(index % 28) + 1, 81 + (Math.floor(index / 28) % 12), Math.floor(index / 336)]
  return `${String(dayOf).padStart(2, '0')}${month}${String(rest).padStart(7, '0')}`
})

const statusOf = (pid: number, name: string) =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
/** Seconds of processor time; a tick is a hundredth. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

busy()
const place = await openPlace()
try {
  const register = await place.start({ ingestPerSecond: null })
  const pid = register.child.pid ?? 0
  // Everything has been used once before it is measured.
  await register.batch(writeForm({ list: `31129900001#${day}` }))
  await register.ask('idle')
  await register.own('31129900001', day)
  await register.ask('memory')
  const idle = statusOf(pid, 'VmRSS')

  const list = customers.map((customer) => `${customer}#${day}`).join(',')
  const form = writeForm({ list })
  const [begun, worked] = [performance.now(), processorSeconds(pid)]
  const status = await register.batch(form)
  const [answered, workedUntilAnswer] = [performance.now(), processorSeconds(pid)]
  if (status !== 201) throw new Error(`the batch was answered ${status}`)
  const told = await register.ask('count')
  const waiting = 'count' in told ? told.count.pending : 0
  await register.ask('idle')
  const [stored, workedInAll] = [performance.now(), processorSeconds(pid)]
  const peak = statusOf(pid, 'VmHWM')

  const looked = customers.filter((_, index) => index % share === 0)
  let found = 0
  let answers = 0
  const queue = looked.values()
  const lookingBegun = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const customer of queue) {
        if (await register.own(customer, day)) found += 1
        answers += 1
        if (answers % tellEvery === 0)
          say(`${whole(answers)} of ${whole(looked.length)} looked up, ${whole(found)} found`)
      }
    }),
  )
  const looking = performance.now() - lookingBegun
  const all = await register.ask({ customers, on: day })
  const held = 'held' in all ? all.held : 0
  const storing = workedInAll - workedUntilAnswer
  say('')
  table(
    ['a batch of the largest size', ''],
    [
      ['size of the list', `${(Buffer.byteLength(list) / mebibyte).toFixed(2)} MiB`],
      ['entries', whole(count)],
      ['answered 201 after', `${((answered - begun) / 1000).toFixed(1)} s`],
      ['not stored then', whole(waiting)],
      ['stored whole after', `${((stored - begun) / 1000).toFixed(1)} s`],
      ['processor time until the answer', `${(workedUntilAnswer - worked).toFixed(1)} s`],
      ['processor time of storing', `${storing.toFixed(1)} s`],
      ['entries stored per second of processor', whole(count / storing)],
      ['entries stored per second, by the clock on the wall', whole((count * 1000) / (stored - answered))],
      ['memory, idle', `${whole(idle)} MiB`],
      ['memory, at most', `${whole(peak)} MiB`],
      ['above idle', `${whole(peak - idle)} MiB`],
      ['found in the register', whole(held)],
      ['looked up over the interface', whole(looked.length)],
      ['found over it', whole(found)],
      ['looked up in', `${whole(looking / 1000)} s`],
      ['look-ups per second of the clock', whole((looked.length * 1000) / looking)],
    ],
  )
  busy()
  await register.kill('SIGTERM')
} finally {
  await place.close()
}
