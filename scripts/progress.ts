import type { RunEvent } from '../suites/kit/run/events.ts'
import type { Console } from './cli/command.ts'

/** Shows what goes on: one line that is written over on a terminal, a line now and then elsewhere. */
export interface Progress {
  readonly tell: (event: RunEvent) => void
  end(): void
}

/** Elsewhere than on a terminal, so often at the most. */
const everyMs = 5000

export function createProgress({ err, isTerminal }: Console, now: () => number = Date.now): Progress {
  const begun = now()
  let asking = ''
  let lastLine = 0

  const seconds = () => `${Math.floor((now() - begun) / 1000)} s`
  const show = (text: string) => {
    if (isTerminal) return err(`\r\x1b[K${text}`)
    if (lastLine !== 0 && now() - lastLine < everyMs) return undefined
    lastLine = now()
    return err(`${text}\n`)
  }

  return {
    tell: (event) => {
      if (event.kind === 'asking') {
        asking = `${event.done} of ${event.total} asked, ${event.requirement}, ${seconds()}`
        show(asking)
      }
      if (event.kind === 'waiting') {
        const until = event.until.toISOString().slice(11, 19)
        show(`${asking}; waits for ${event.exchange} until ${until} UTC at the latest`)
      }
    },
    end: () => {
      if (isTerminal) err('\r\x1b[K')
    },
  }
}
