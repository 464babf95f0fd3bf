import { dispatch } from '../cli/dispatch.ts'

/** The command in this process: faster than one of its own, where nothing depends on signals and streams. */
export interface Called {
  /** Everything printed so far, both streams. */
  text(): string
  /** Resolves when the text has it; rejects when the command ends before. */
  prints(pattern: RegExp): Promise<void>
  /** As Ctrl-C would; resolves with the exit code. */
  interrupt(): Promise<number>
  /** Resolves with the exit code. */
  readonly ended: Promise<number>
}

export function call(args: readonly string[]): Called {
  const controller = new AbortController()
  let text = ''
  const waiting = new Set<() => void>()
  const add = (more: string) => {
    text += more
    for (const wake of waiting) wake()
  }
  const console = { out: (line: string) => add(`${line}\n`), err: add, isTerminal: false, interrupt: controller.signal }
  const ended: Promise<number> = dispatch(args, console)
  return {
    text: () => text,
    ended,
    interrupt: () => {
      controller.abort(new Error('interrupted'))
      return ended
    },
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(text)) resolve()
        }
        waiting.add(look)
        look()
        ended.then((code) => reject(new Error(`ended with ${code} before it printed ${pattern}: ${text}`)))
      }),
  }
}
