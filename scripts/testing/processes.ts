import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The command in processes of its own, as a user starts it. */
export interface Running {
  readonly child: ChildProcess
  /** Everything printed so far, both streams. */
  text(): string
  /** Resolves when the text has it; rejects when the process ends before. */
  prints(pattern: RegExp): Promise<void>
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>
}

/** Keys that would be made anew in every home are made once for a test process. */
const home = mkdtempSync(join(tmpdir(), 'samsvar-home-'))
const entry = join(import.meta.dirname, '..', 'samsvar.mjs')

export function samsvar(args: readonly string[], { cwd = tmpdir(), env = {} } = {}): Running {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd,
    env: { ...process.env, SAMSVAR_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const waiting = new Set<() => void>()
  const add = (chunk: Buffer) => {
    text += chunk.toString()
    for (const wake of waiting) wake()
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return {
    child,
    text: () => text,
    ended,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(text)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
        ended.then((code) =>
          reject(new Error(`ended with ${code} before it printed ${pattern}: ${text.slice(0, 2000)}`)),
        )
      }),
  }
}

/** The reference bank in a process of its own, and the configuration that it wrote. */
export async function bankProcess(
  folder: string,
  args: readonly string[] = [],
): Promise<Running & { readonly config: string }> {
  const config = join(folder, 'c.yaml')
  const bank = samsvar(['bank', '--config-out', config, ...args])
  await bank.prints(/ready/)
  return { ...bank, config }
}

export async function stop({ child, ended }: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  child.kill(signal)
  return ended
}
