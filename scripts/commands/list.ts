import { register, requirement } from '../../contracts/register.ts'
import { areas, type Requirement, type RequirementState } from '../../contracts/requirement.ts'
import { loadChecks } from '../../suites/checks.ts'
import { knownFaults, knownLoadFaults } from '../../suites/targets/faults.ts'
import { knownHostiles } from '../../suites/targets/hostile.ts'
import { actLines } from '../acts.ts'
import { defineCommand } from '../cli/command.ts'
import { exitCodes, usageError } from '../cli/exit.ts'
import { oneOrMore } from '../cli/options.ts'
import { stateOf } from '../state.ts'

const states = ['checked', 'unobservable', 'not-built-yet'] as const satisfies readonly RequirementState[]

export default defineCommand({
  summary: 'lists requirements and their state, or the faults of the reference bank',
  options: {
    area: { value: 'A,…', help: `only of these areas: ${areas.join(', ')}` },
    state: { value: 'S,…', help: `only in these states: ${states.join(', ')}` },
    faults: { help: 'the faults of the reference bank instead, with the rows that each breaks' },
  },
  run: async ({ values, positionals }, console) => {
    if (positionals.length > 0) throw usageError(`"${positionals[0]}" is one word too many`)
    const chosen = values.area === undefined ? areas : oneOrMore('area', values.area, areas)
    if (values.faults === true) {
      const isChosen = (id: string) => chosen.some((area) => area === requirement(id)?.area)
      for (const { id, violates, story } of knownFaults.filter((fault) => fault.violates.some(isChosen)))
        console.out(`${id}\n  breaks ${violates.join(', ')}\n  ${story}`)
      for (const { id, violates, story } of knownLoadFaults.filter(({ area }) => chosen.includes(area)))
        console.out(`${id}\n  breaks ${violates.join(', ') || 'nothing'}\n  ${story}`)
      const hostiles = chosen.includes('kontrollinformasjon') ? knownHostiles : []
      for (const { id, story } of hostiles) console.out(`${id}\n  breaks the transport of account lists\n  ${story}`)
      return exitCodes.ok
    }
    const wanted = values.state === undefined ? states : oneOrMore('state', values.state, states)
    const checks = await loadChecks(chosen)
    const rows = register
      .filter(({ area }) => chosen.includes(area))
      .map((row) => ({ row, state: stateOf(row, checks) }))
    for (const { row, state } of rows.filter((one) => wanted.includes(one.state))) console.out(line(row, state))
    console.out('')
    if (chosen.includes('kfr-register'))
      console.out('kfr-register judges the operator of a register, and is run by itself; its load takes minutes\n')
    if (chosen.includes('ytelse')) console.out('ytelse takes minutes, and is part of a run only when --area names it\n')
    for (const state of wanted) console.out(`${rows.filter((one) => one.state === state).length} ${state}`)
    for (const told of actLines(chosen)) console.out(told)
    return exitCodes.ok
  },
})

const line = ({ id, level, certainty, title }: Requirement, state: RequirementState) =>
  `${id.padEnd(12)}${state.padEnd(15)}${level.padEnd(8)}${certainty.padEnd(15)}${title.en}`
