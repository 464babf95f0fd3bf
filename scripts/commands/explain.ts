import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requirement } from '../../contracts/register.ts'
import type { Requirement } from '../../contracts/requirement.ts'
import { loadChecks } from '../../suites/checks.ts'
import { knownFaults, knownLoadFaults } from '../../suites/targets/faults.ts'
import { defineCommand } from '../cli/command.ts'
import { exitCodes, usageError } from '../cli/exit.ts'
import { knownId } from '../selection.ts'
import { checkOf, stateOf } from '../state.ts'

export default defineCommand({
  summary: 'tells one requirement: text, source, level, how it is asked, its faults, its readings, its file',
  takes: 'ID',
  options: {},
  run: async ({ positionals }, console) => {
    const [id, ...others] = positionals
    if (id === undefined || others.length > 0)
      throw usageError('explain takes one requirement: samsvar explain KI-REQ-005')
    const row = requirement(knownId(id)) as Requirement
    const checks = await loadChecks([row.area])
    const check = checkOf(row, checks)
    const facts: readonly (readonly [string, string | undefined])[] = [
      ['title', row.title.en],
      ['tittel', row.title.nb],
      ['level', `${row.level}, ${row.certainty}`],
      ['source', `${row.source} (${row.document}, ${row.section})`],
      ['asked by', row.observation ?? row.stimulus],
      ['expected', row.expect ?? row.passes],
      ['tolerated', row.tolerated],
      ['broken by', row.defect],
      ['state', stateOf(row, checks)],
      ['check', check?.file],
      ['same as', row.sameAs.join(', ')],
      ['implies', row.implies.join(', ')],
      ['unobservable', row.unobservable?.reason],
      ['evidence', row.unobservable?.evidence],
      ['readings', readingsOf(row).join(', ')],
    ]
    console.out(row.id)
    for (const [name, value] of facts) if (value) console.out(`  ${name.padEnd(14)}${value}`)
    const faults = [...knownFaults, ...knownLoadFaults].filter(({ violates }) => violates.includes(row.id))
    for (const { id: fault, story } of faults) console.out(`  ${'fault'.padEnd(14)}${fault}: ${story}`)
    return exitCodes.ok
  },
})

const root = join(import.meta.dirname, '..', '..')

/** Pages of the area that name the row. */
const readingsOf = ({ id, area }: Requirement): readonly string[] =>
  globSync(`contracts/${area}/readings/*.md`, { cwd: root })
    .filter((file) => new RegExp(`\\b${id}\\b`).test(readFileSync(join(root, file), 'utf8')))
    .sort()
