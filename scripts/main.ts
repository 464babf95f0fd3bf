import type { Console } from './cli/command.ts'
import { dispatch } from './cli/dispatch.ts'
import { CommandError, exitCodes } from './cli/exit.ts'

/** The process around a command: streams, signals, exit code. */

const controller = new AbortController()
const interrupted = () => {
  // The second one does not wait for anything.
  if (controller.signal.aborted) process.exit(exitCodes.interrupted)
  controller.abort(new CommandError(exitCodes.interrupted, 'interrupted'))
}
process.on('SIGINT', interrupted)
process.on('SIGTERM', interrupted)

// Whoever reads may leave early (`| head`): that is no reason to break.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const console: Console = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  interrupt: controller.signal,
}

process.exitCode = await dispatch(process.argv.slice(2), console)
// Nothing may stay behind, whatever a library still holds open.
process.exit()
