import { clients, put } from './load.ts'
import { startOwn } from './pinned.ts'
import { busy, median, say, table, whole } from './table.ts'

/**
 * The sealed account list of the reference bank beside what its two cryptographic operations alone allow (signature of
 * the token, JWE of that body), on the same core and as many at a time: `node scripts/bench/sealing.ts [ROUNDS [SECONDS]]`.
 */

const [rounds = 5, seconds = 5] = process.argv.slice(2).map(Number)
const [client = 'autocannon'] = clients

interface Rates {
  readonly verify: number
  readonly seal: number
  readonly both: number
}

busy()
const alone = startOwn('alone.ts')
const bank = startOwn('server.ts', 'reference bank, http, JWE')
const found: { readonly rate: number; readonly perCpuSecond: number; readonly alone: Rates }[] = []
for (let round = -1; round < rounds; round++) {
  const rates: Rates = JSON.parse(await alone.ask(`${seconds / 3}`))
  const load = await put(JSON.parse(await bank.ask('')), bank, client, seconds)
  if (load.others > 0) throw new Error(`the bank gave ${load.others} answers that are no 2xx`)
  // The first round warms up.
  if (round >= 0) found.push({ ...load, alone: rates })
}
await Promise.all([alone.stop(), bank.stop()])

say(`${client}, ten connections, median of ${rounds} rounds of ${seconds} s`)
table(
  ['on one core', 'per second'],
  [
    ['signatures verified', whole(median(found.map((one) => one.alone.verify)))],
    ['bodies sealed', whole(median(found.map((one) => one.alone.seal)))],
    ['both, one after the other', whole(median(found.map((one) => one.alone.both)))],
    ['sealed answers of the reference bank', whole(median(found.map((one) => one.rate)))],
    ['the same by second of processor', whole(median(found.map((one) => one.perCpuSecond)))],
    [
      'share of what the cryptography allows',
      `${whole(100 * median(found.map((one) => one.rate / one.alone.both)))} %`,
    ],
  ],
)
process.exit()
