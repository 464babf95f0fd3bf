import type { Waiting } from '../../suites/kit/run/preflight/diagnosis.ts'
import type { Console } from '../cli/command.ts'

/** A wait that lasts longer than this is told, with its end. */
const longMs = 1000

/** Tells what is waited for and until when: on a terminal at once, elsewhere when it takes long. */
export function tellWaits({ err, isTerminal }: Console): { readonly waiting: Waiting; end(): void } {
  let long: NodeJS.Timeout | undefined
  return {
    waiting: (what, mostMs) => {
      clearTimeout(long)
      const text = `waits for: ${what}, ${mostMs / 1000} s at the most`
      if (isTerminal) err(`\r\x1b[K${text}`)
      else long = setTimeout(err, longMs, `${text}\n`)
    },
    end: () => {
      clearTimeout(long)
      if (isTerminal) err('\r\x1b[K')
    },
  }
}
