import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchQuestion } from '../../suites/targets/bench.ts'
import { type Client, clients, type Load, put } from './load.ts'
import { openApiOf } from './openapi.ts'
import { type Server, startOwn, startServer } from './pinned.ts'
import { busy, median, say, table, times, whole } from './table.ts'
import { toolsFolder } from './tools.ts'

/**
 * The account list as plain JSON over HTTP: the reference bank, which verifies the token of every request, beside
 * Prism's mock of the same operation with the same body. `node scripts/bench/prism.ts [ROUNDS [SECONDS [CLIENT]]]`.
 * Both in one run and by turns, each as one process on the same core. Prism is asked twice: as it starts by itself, and
 * without the lines that it prints of every request.
 */

const [rounds = 5, seconds = 5] = process.argv.slice(2, 4).map(Number)
const chosen = clients.filter((client) => process.argv[4] === undefined || client === process.argv[4])

interface Contestant {
  readonly name: string
  readonly server: Server
  readonly question: () => Promise<BenchQuestion>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function prism(name: string, document: string, asked: BenchQuestion, more: readonly string[]) {
  const port = await freePort()
  const bin = join(toolsFolder(), 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js')
  const server = startServer(
    process.execPath,
    [bin, 'mock', '-h', '127.0.0.1', '-p', `${port}`, ...more, document],
    false,
  )
  const { pathname, search } = new URL(asked.url)
  const url = `http://127.0.0.1:${port}${pathname.replace(/^\/v2/, '')}${search}`
  await answering({ ...asked, url })
  return { name, server, question: async () => ({ ...asked, url }) }
}

async function answering({ url, headers }: BenchQuestion): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(url, { headers }).catch(() => null)
    if (answer?.status === 200) return
    await sleep(200)
  }
  throw new Error(`${url} does not answer 200 within 20 s`)
}

async function measured(all: readonly Contestant[], client: Client): Promise<ReadonlyMap<string, readonly Load[]>> {
  const loads = new Map<string, Load[]>(all.map(({ name }) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const { name, server, question } of all) {
      const load = await put(await question(), server, client, seconds)
      if (load.others > 0) throw new Error(`${name} gave ${load.others} answers that are no 2xx`)
      // The first round warms up.
      if (round >= 0) loads.get(name)?.push(load)
    }
  }
  return loads
}

busy()
const bank = startOwn('server.ts', 'reference bank, http, JSON')
const question = async (): Promise<BenchQuestion> => JSON.parse(await bank.ask(''))
const asked = await question()
const body = await (await fetch(asked.url, { headers: asked.headers })).json()
const document = join(toolsFolder(), 'accounts.json')
writeFileSync(document, JSON.stringify(openApiOf(body)))
const ours: Contestant = { name: 'reference bank', server: bank, question }
const silent = await prism('Prism, silent', document, asked, ['-v', 'silent'])
const usual = await prism('Prism, as it starts', document, asked, [])
const contestants = [ours, silent, usual]

for (const client of chosen) {
  const loads = await measured(contestants, client)
  say(`\n${client}, ten connections, median of ${rounds} rounds of ${seconds} s`)
  const mid = (name: string, what: keyof Load) => median((loads.get(name) ?? []).map((load) => load[what]))
  table(
    ['', 'requests per second', 'ours beside it', 'per second of processor', 'ours beside it'],
    contestants.map(({ name }) => [
      name,
      whole(mid(name, 'rate')),
      times(mid(ours.name, 'rate') / mid(name, 'rate')),
      whole(mid(name, 'perCpuSecond')),
      times(mid(ours.name, 'perCpuSecond') / mid(name, 'perCpuSecond')),
    ]),
  )
}
await Promise.all(contestants.map(({ server }) => server.stop()))
process.exit()
