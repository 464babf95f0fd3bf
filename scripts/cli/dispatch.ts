import { nearest } from '../../contracts/nearest.ts'
import manifest from '../../package.json' with { type: 'json' }
import type { Command, Console } from './command.ts'
import { CommandError, type ExitCode, exitCodes, usageError } from './exit.ts'
import { commandHelp, generalHelp } from './help.ts'
import { parseOptions } from './options.ts'

/** Loaded when they are called: `list` need not wait for what `run` needs. */
export const commands: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  init: () => import('../commands/init.ts') as Promise<{ default: Command }>,
  doctor: () => import('../commands/doctor.ts') as Promise<{ default: Command }>,
  run: () => import('../commands/run.ts') as Promise<{ default: Command }>,
  judge: () => import('../commands/judge.ts') as Promise<{ default: Command }>,
  bank: () => import('../commands/bank.ts') as Promise<{ default: Command }>,
  mocks: () => import('../commands/mocks.ts') as Promise<{ default: Command }>,
  fixtures: () => import('../commands/fixtures.ts') as Promise<{ default: Command }>,
  list: () => import('../commands/list.ts') as Promise<{ default: Command }>,
  open: () => import('../commands/open.ts') as Promise<{ default: Command }>,
  explain: () => import('../commands/explain.ts') as Promise<{ default: Command }>,
}

/** Runs one command line and says how it ended. */
export async function dispatch(args: readonly string[], console: Console): Promise<ExitCode> {
  try {
    return await runCommand(args, console)
  } catch (error) {
    const isOurs = error instanceof CommandError
    const message = isOurs ? error.message : `unexpected: ${(error as Error).stack ?? error}`
    console.err(`samsvar: ${message}\n`)
    return console.interrupt.aborted ? exitCodes.interrupted : isOurs ? error.exitCode : exitCodes.harness
  }
}

async function runCommand([name, ...args]: readonly string[], console: Console): Promise<ExitCode> {
  if (name === '--version' || name === '-V') {
    console.out(`samsvar ${manifest.version}`)
    return exitCodes.ok
  }
  if (name === undefined || ['--help', '-h', 'help'].includes(name)) {
    console.out(await generalHelp(commands))
    return name === undefined ? exitCodes.usage : exitCodes.ok
  }
  const load = commands[name]
  if (load === undefined) {
    const [guess] = nearest(name, Object.keys(commands))
    throw usageError(
      `unknown command "${name}"; ${guess === undefined ? 'see samsvar --help' : `did you mean "${guess}"?`}`,
    )
  }
  const { default: command } = await load()
  if (args.includes('--help') || args.includes('-h')) {
    console.out(commandHelp(name, command))
    return exitCodes.ok
  }
  return command.run(parseOptions(command.options, args), console)
}
