import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** A process that ends by SIGKILL at a line of its journal, which is as sharp as a kill can be aimed. */
export interface Death {
  /** What the line is about. */
  readonly moment: string
  /** What of the line has reached the file. */
  readonly side: 'before' | 'halfway' | 'after'
}

export function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

/**
 * Tells of every line that goes to a file; `momentOf` says what it is about. Of the deaths that are set the last one
 * counts, and null ends it.
 */
export function watchLines<Entry>(
  momentOf: (entry: Entry) => string | null,
  onMoment: (moment: string | null) => void = () => {},
): (death: Death | null) => void {
  const usual = fs.writeSync
  let due: Death | null = null
  fs.writeSync = ((handle: number, content: string | Uint8Array, ...more: never[]) => {
    const moment = momentIn(content, momentOf)
    onMoment(moment)
    if (due !== null && moment === due.moment) {
      const bytes = Buffer.from(content)
      if (due.side !== 'before') usual(handle, due.side === 'after' ? bytes : bytes.subarray(0, bytes.length / 2))
      die()
    }
    return usual(handle, content as string, ...more)
  }) as typeof usual
  syncBuiltinESMExports()
  return (death) => {
    due = death
  }
}

function momentIn<Entry>(content: string | Uint8Array, momentOf: (entry: Entry) => string | null): string | null {
  try {
    return momentOf(JSON.parse(content.toString()))
  } catch {
    return null
  }
}
