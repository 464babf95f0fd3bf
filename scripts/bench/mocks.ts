import { stands } from '../../suites/targets/bench.ts'
import { clients, put } from './load.ts'
import { startOwn } from './pinned.ts'
import { busy, median, say, table, whole } from './table.ts'

/** Requests per second of each mock, alone in a process on one core: `node scripts/bench/mocks.ts [ROUNDS [SECONDS]]`. */

const [rounds = 3, seconds = 5] = process.argv.slice(2).map(Number)
const [client = 'autocannon'] = clients

busy()
say(`${client}, ten connections, median of ${rounds} rounds of ${seconds} s`)
const rows: string[][] = []
for (const name of Object.keys(stands)) {
  const server = startOwn('server.ts', name)
  await put(JSON.parse(await server.ask('')), server, client, 2)
  const loads = []
  for (let round = 0; round < rounds; round++)
    loads.push(await put(JSON.parse(await server.ask('')), server, client, seconds))
  await server.stop()
  const [{ others = 0, rate = 0 } = {}] = loads
  const note = others > rate ? 'refusals' : others > 0 ? `${others} no 2xx` : ''
  rows.push([
    name,
    whole(median(loads.map((one) => one.rate))),
    whole(median(loads.map((one) => one.perCpuSecond))),
    note,
  ])
}
table(['mock', 'requests per second', 'per second of processor', ''], rows)
