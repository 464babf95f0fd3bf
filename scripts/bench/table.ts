import { loadavg } from 'node:os'

/** How the scripts print what they found: as it stands in BENCHMARKS.md. */

export const say = (text: string) => process.stdout.write(`${text}\n`)

export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  say(`| ${head.join(' | ')} |`)
  say(`|${head.map((_, at) => (at === 0 ? '---|' : '---:|')).join('')}`)
  for (const row of rows) say(`| ${row.join(' | ')} |`)
}

export const whole = (value: number) => Math.round(value).toLocaleString('en-US')
export const times = (value: number) => `${value.toFixed(2)} ×`

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = Number.NaN, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

/** How busy the machine is with others: the mean number of processes that wanted to run in the last minute. */
export const busy = () => say(`load of the machine: ${loadavg()[0]?.toFixed(1)}`)
