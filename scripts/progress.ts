import type { Verdict } from '../contracts/report/verdict.ts'
import type { RunEvent } from '../suites/kit/run/events.ts'
import type { Console } from './cli/command.ts'

/** Shows what goes on: one line that is written over on a terminal, a line now and then elsewhere. */
interface Progress {
  readonly tell: (event: RunEvent) => void
  end(): void
}

/** Elsewhere than on a terminal, so often at the most. */
const everyMs = 5000

/** A wait that lasts longer than this is told, with its end. */
const longMs = 1000

/** Until then no day is needed to tell which time is meant. */
const nearMs = 12 * 3_600_000

const counted = (judged: ReadonlyMap<Verdict, number>) =>
  judged.size === 0 ? '' : ` (${[...judged].map(([verdict, count]) => `${count} ${verdict}`).join(', ')})`

export function createProgress({ err, isTerminal }: Console, now: () => number = Date.now): Progress {
  const begun = now()
  const judged = new Map<Verdict, number>()
  let asking = ''
  let lastLine = Number.NEGATIVE_INFINITY
  let long: NodeJS.Timeout | undefined

  /** With its day where that may be another: a report may be waited for as long as a day. */
  const timeOf = (until: Date) => {
    const [day, time] = [until.toISOString().slice(0, 10), until.toISOString().slice(11, 19)]
    return `${until.getTime() - now() < nearMs ? '' : `${day} `}${time} UTC`
  }
  const seconds = () => `${Math.floor((now() - begun) / 1000)} s`
  const write = (text: string) => err(isTerminal ? `\r\x1b[K${text}` : `${text}\n`)
  const writeNowAndThen = (text: string) => {
    if (!isTerminal && now() - lastLine < everyMs) return
    lastLine = now()
    write(text)
  }

  return {
    tell: (event) => {
      clearTimeout(long)
      if (event.kind === 'asking') {
        asking = `${event.done} of ${event.total} asked${counted(judged)}, ${event.requirement}, ${seconds()}`
        writeNowAndThen(asking)
      }
      if (event.kind === 'judged') {
        const { requirement, verdict } = event.result
        if (judged.size === 0) write(`first verdict: ${requirement} ${verdict}, ${seconds()}`)
        judged.set(verdict, (judged.get(verdict) ?? 0) + 1)
      }
      // Somebody has to act on it: it stays on the screen, and comes at once.
      if (event.kind === 'instructing') {
        if (isTerminal) err('\r\x1b[K')
        err(`TO DO: ${event.what} (until ${timeOf(event.until)})\n`)
      }
      if (event.kind === 'waiting') {
        const text = `${asking}; waits for ${event.exchange} until ${timeOf(event.until)} at the latest`
        long = setTimeout(write, longMs, text)
      }
    },
    end: () => {
      clearTimeout(long)
      if (!isTerminal) err(`asked, ${seconds()}\n`)
      if (isTerminal) err('\r\x1b[K')
    },
  }
}
