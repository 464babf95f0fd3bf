import { createInterface } from 'node:readline'
import { type StandName, stands } from '../../suites/targets/bench.ts'

/**
 * One mock, alone in a process: `node scripts/bench/server.ts NAME`. For every line that is written to it, it prints a
 * question as one line of JSON, with a token that is new. It ends with its standard input.
 */

const name = process.argv[2] as StandName
const start = stands[name]
if (start === undefined) throw new Error(`no stand is called "${name}"; known are ${Object.keys(stands).join('; ')}`)
const { question } = await start()
for await (const _ of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await question())}\n`)
process.exit()
