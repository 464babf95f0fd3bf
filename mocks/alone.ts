import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A module in a process of its own, which is told by messages what to do, and may be killed at any time. */
export interface Alone<Asked, Told> {
  readonly child: ChildProcess
  /** What it told first. */
  readonly started: Told
  /** Rejects when the process ends before it has told anything. */
  ask(asked: Asked): Promise<Told>
  /** The next thing that it tells unasked; null when it ends before. */
  watch(): Promise<Told | null>
  readonly gone: Promise<void>
  /** Everything printed so far, both streams. */
  text(): string
  /** Resolves when it is gone. Default: SIGKILL. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

/**
 * Starts it with that message, the first that it gets; `execArgv` are options of Node. Rejects when it ends before it has
 * told anything.
 */
export async function startAlone<Asked, Told>(
  module: string,
  given: object,
  execArgv: readonly string[] = [],
): Promise<Alone<Asked, Told>> {
  // What is sent may hold bytes.
  const child = fork(module, { stdio: 'pipe', execArgv: [...execArgv], serialization: 'advanced' })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  const gone = once(child, 'exit').then(() => {})
  const watch = () => Promise.race([once(child, 'message').then(([told]) => told as Told), gone.then(() => null)])
  const next = async (): Promise<Told> => {
    const told = await watch()
    if (told !== null) return told
    throw new Error(`the process is gone${text === '' ? '' : `: ${text.slice(0, 2000)}`}`)
  }
  const send = (message: Asked | object) => {
    if (child.connected) child.send(message as object, () => {})
  }
  send(given)
  const started = await next()
  return {
    child,
    started,
    ask(asked) {
      const told = next()
      send(asked)
      return told
    },
    watch,
    gone,
    text: () => text,
    async kill(signal = 'SIGKILL') {
      child.kill(signal)
      await gone
    },
  }
}
