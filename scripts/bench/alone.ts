import { createInterface } from 'node:readline'
import { cryptographyAlone } from '../../suites/targets/bench-cryptography.ts'
import { connections } from './load.ts'

/**
 * The cryptography of a sealed answer alone in a process, as many at a time as the client has connections. For every
 * line, a number of seconds, it prints how often it was done in that time as JSON.
 */

const { verify, seal } = await cryptographyAlone()

const operations = {
  verify: async () => verify(),
  seal,
  both: async () => {
    verify()
    return seal()
  },
}

async function ratePerSecond(operation: () => Promise<unknown>, seconds: number): Promise<number> {
  const begun = performance.now()
  const end = begun + seconds * 1000
  let done = 0
  const one = async () => {
    while (performance.now() < end) {
      await operation()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return (done / (performance.now() - begun)) * 1000
}

for await (const line of createInterface({ input: process.stdin })) {
  const rates: Record<string, number> = {}
  for (const [name, operation] of Object.entries(operations)) rates[name] = await ratePerSecond(operation, Number(line))
  process.stdout.write(`${JSON.stringify(rates)}\n`)
}
process.exit()
