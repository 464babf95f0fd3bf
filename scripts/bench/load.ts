import { spawn, spawnSync } from 'node:child_process'
import type { BenchQuestion } from '../../suites/targets/bench.ts'
import { cores, pinned, type Server } from './pinned.ts'
import { toolsFolder } from './tools.ts'

/** One question, put again and again over ten connections by a client on a core of its own. */

export interface Load {
  /** Per second of the clock. */
  readonly rate: number
  /** Per second of processor time of the server: what others on the machine took from it is no part of it. */
  readonly perCpuSecond: number
  /** Answers that were no 2xx. */
  readonly others: number
}

export const connections = 10

export type Client = 'wrk' | 'autocannon'

/** wrk where it is installed: it takes the least time for itself. */
export const clients: readonly Client[] =
  spawnSync('wrk', ['-v']).error === undefined ? ['wrk', 'autocannon'] : ['autocannon']

export async function put(question: BenchQuestion, server: Server, client: Client, seconds: number): Promise<Load> {
  const before = server.cpuSeconds()
  const { answers, others, rate } = await measure[client](question, seconds)
  return { rate, perCpuSecond: answers / (server.cpuSeconds() - before), others }
}

interface Measured {
  readonly answers: number
  readonly others: number
  readonly rate: number
}

const measure: Readonly<Record<Client, (question: BenchQuestion, seconds: number) => Promise<Measured>>> = {
  wrk: async ({ url, headers }, seconds) => {
    const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
    const said = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, ...given, url])
    const number = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? 0)
    return {
      answers: number(/(\d+) requests in/),
      others: number(/Non-2xx or 3xx responses: (\d+)/),
      rate: number(/Requests\/sec:\s+([\d.]+)/),
    }
  },
  autocannon: async ({ url, headers }, seconds) => {
    const folder = toolsFolder()
    const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
    const bin = `${folder}/node_modules/autocannon/autocannon.js`
    const args = [bin, '-j', '-c', `${connections}`, '-d', `${seconds}`, ...given, url]
    const { requests, non2xx, duration } = JSON.parse(await run(process.execPath, args))
    return { answers: requests.total, others: non2xx, rate: requests.total / duration }
  },
}

function run(command: string, args: readonly string[]): Promise<string> {
  const held = pinned(cores.client, command, args)
  const child = spawn(held.command, held.args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${command} ended with ${code}`))))
  })
}
