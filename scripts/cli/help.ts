import type { Command } from './command.ts'

type Commands = Readonly<Record<string, () => Promise<{ default: Command }>>>

export async function generalHelp(commands: Commands): Promise<string> {
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => [name, (await load()).default.summary] as const),
  )
  return [
    'samsvar judges whether a bank, or an operator, does what DSOP asks of it.',
    '',
    ...columns(loaded.map(([name, summary]) => [`samsvar ${name}`, summary])),
    '',
    'Options of a command: samsvar COMMAND --help',
    'Exit codes: 0 pass or incomplete, 1 fail, 2 inconclusive, 3 setup, 64 wrong command line, 70 harness error, 130 interrupted',
  ].join('\n')
}

export function commandHelp(name: string, { summary, takes, options }: Command): string {
  const rows = Object.entries(options).map(
    ([option, { value, help }]) => [`--${option}${value === undefined ? '' : ` ${value}`}`, help] as const,
  )
  const usage = ['samsvar', name, rows.length > 0 ? '[options]' : '', takes ?? ''].filter(Boolean).join(' ')
  return [usage, '', summary, ...(rows.length > 0 ? ['', ...columns(rows)] : [])].join('\n')
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`)
}
