import type { Console } from './cli/command.ts'
import { dispatch } from './cli/dispatch.ts'
import { CommandError, exitCodes } from './cli/exit.ts'

/** The process around a command: streams, signals, exit code. */

const controller = new AbortController()

/** A terminal signals the whole group, and a starter in front passes the signal on: that is still one Ctrl-C. */
const togetherMs = 1000
let firstAt = Number.POSITIVE_INFINITY

const interrupted = () => {
  const now = performance.now()
  // A second one does not wait for anything.
  if (now - firstAt > togetherMs) process.exit(exitCodes.interrupted)
  firstAt = Math.min(firstAt, now)
  controller.abort(new CommandError(exitCodes.interrupted, 'interrupted'))
}
process.on('SIGINT', interrupted)
process.on('SIGTERM', interrupted)
process.on('disconnect', interrupted)
process.channel?.unref()

let unprinted = false
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads may leave early (`| head`): that is no reason to break. Anything else has lost what was to be told.
    if (error.code !== 'EPIPE') unprinted = true
  })
}
process.on('uncaughtException', (error) => {
  process.stderr.write(`samsvar: unexpected: ${error.stack}\n`)
  process.exit(exitCodes.harness)
})

const console: Console = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  ...(process.stdin.isTTY && process.stderr.isTTY ? { input: process.stdin } : {}),
  interrupt: controller.signal,
}

const exitCode = await dispatch(process.argv.slice(2), console)
// Nothing may stay behind, whatever a library still holds open.
process.exit(unprinted ? exitCodes.harness : exitCode)
