import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Processes on one core each, so that server and client do not take time from each other. */

/** Whom a process is: the measured one, or the one that asks. */
export const cores = { server: 0, client: 1 } as const

const canPin = spawnSync('taskset', ['--version']).status === 0

/** The command line that holds a process to a core; where there is no taskset, the command as it is. */
export const pinned = (core: number, command: string, args: readonly string[]) =>
  canPin ? { command: 'taskset', args: ['-c', `${core}`, command, ...args] } : { command, args: [...args] }

export interface Server {
  /** Writes a line to it, and waits for the line that it answers. */
  ask(line: string): Promise<string>
  /** Seconds of processor time that it used so far, all its threads together; NaN where the system does not tell. */
  cpuSeconds(): number
  stop(): Promise<void>
}

/** What it prints is thrown away unless it answers. */
export function startServer(command: string, args: readonly string[], answers: boolean): Server {
  const held = pinned(cores.server, command, args)
  const child = spawn(held.command, held.args, { stdio: ['pipe', answers ? 'pipe' : 'ignore', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = child.stdout === null ? null : createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ask: async (line) => {
      child.stdin?.write(`${line}\n`)
      const said = await lines?.next()
      if (said === undefined || said.done) throw new Error(`${command} ${args.join(' ')} does not answer`)
      return said.value
    },
    // taskset becomes the process that it starts, so the id is the server's.
    cpuSeconds: () => cpuSecondsOf(child.pid),
    stop: async () => {
      child.kill()
      await ended
    },
  }
}

/** `node scripts/bench/FILE ARGUMENTS`. */
export const startOwn = (file: string, ...args: readonly string[]) =>
  startServer(process.execPath, [join(import.meta.dirname, file), ...args], true)

/** Hundredths of a second: what Linux counts in for every process. */
const ticks = 100

function cpuSecondsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticks
  } catch {
    return Number.NaN
  }
}
