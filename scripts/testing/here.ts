import type { Console } from '../cli/command.ts'
import { dispatch } from '../cli/dispatch.ts'

/** A command in this process, and everything that it printed. */
export async function here(args: readonly string[], changes: Partial<Console> = {}) {
  const printed: string[] = []
  const code = await dispatch(args, {
    out: (text) => printed.push(`${text}\n`),
    err: (text) => printed.push(text),
    isTerminal: false,
    interrupt: new AbortController().signal,
    ...changes,
  })
  return { code, text: printed.join('') }
}
