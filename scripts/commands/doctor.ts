import { answersMegler } from '../../suites/dsve/preflight/preflight.ts'
import { reportsCustomers } from '../../suites/kfr-rapportering/preflight/preflight.ts'
import { preflightOfRegister } from '../../suites/kfr-register/preflight/preflight.ts'
import { type Diagnosis, ok, problem, type State, type Waiting } from '../../suites/kit/run/preflight/diagnosis.ts'
import { partiesAnswer } from '../../suites/kit/run/preflight/parties.ts'
import type { Target } from '../../suites/kit/target.ts'
import { followsNotices } from '../../suites/konkursvarsel/preflight/preflight.ts'
import { preflight, sealedCall, wayAlone } from '../../suites/kontrollinformasjon/preflight/preflight.ts'
import { externalTarget } from '../../suites/targets/external.ts'
import { type Console, defineCommand } from '../cli/command.ts'
import { exitCodes, usageError } from '../cli/exit.ts'
import { type ConfigFiles, readConfigFiles } from '../config/read.ts'
import { lookHere } from '../doctor/here.ts'
import { tellWaits } from '../doctor/waits.ts'

export default defineCommand({
  summary: 'looks whether everything around a bank is in order, and says how to mend what is not',
  options: {
    config: { value: 'FILE', help: 'of the bank; samsvar init writes one' },
    out: { value: 'DIR', help: 'where reports will go (default out)' },
  },
  run: async ({ values, positionals }, console) => {
    if (positionals.length > 0) throw usageError(`"${positionals[0]}" is one word too many`)
    if (values.config === undefined) throw usageError('--config FILE is missing; samsvar init writes one')
    const files = await readConfigFiles(values.config)
    const found: Diagnosis[] = []
    const tell = (more: readonly Diagnosis[]) => {
      for (const one of more) console.out(line(one))
      found.push(...more)
    }
    tell([ok('configuration', values.config), ok('keystore', files.keystorePath)])
    tell(await lookHere(files, values.out ?? 'out'))
    tell(await lookThere(files, console))
    console.out('')
    console.out(summary(found))
    return found.some(({ state }) => state === 'problem') ? exitCodes.setup : exitCodes.ok
  },
})

/** With the parties of a run around the bank; what needs none is told even when they cannot be started. */
async function lookThere(files: ConfigFiles, console: Console): Promise<readonly Diagnosis[]> {
  const { waiting, end } = tellWaits(console)
  try {
    const target = await externalTarget(files)
    try {
      if (target.kfrRegister !== undefined) return await preflightOfRegister(target, waiting)
      const found = await (files.config.baseUrl === undefined
        ? [await partiesAnswer(target)]
        : accounts(target, waiting))
      console.interrupt.throwIfAborted()
      const isThere = found.every(({ what, state }) => what !== 'parties' || state === 'ok')
      if (!isThere) return found
      // Who follows konkursvarsler is told to look only where the account interface is in order.
      const hasLooked = target.konkursvarsel === undefined || found.every(({ state }) => state !== 'problem')
      const megler = hasLooked ? await answersMegler(target, waiting, console.interrupt) : []
      return [...found, ...megler, ...(await reportsCustomers(target, waiting))]
    } finally {
      await target.close()
    }
  } catch (error) {
    console.interrupt.throwIfAborted()
    const { baseUrl } = files.config
    const way = baseUrl === undefined ? [] : await wayAlone({ baseUrl, ...files.secrets }, waiting)
    const remedy = 'mend the lines above about ports and keys'
    const parties = problem('parties', `cannot be started: ${(error as Error).message}`, remedy)
    return [...way, parties]
  } finally {
    end()
  }
}

/** What is asked at the account interface, and what of it needs that to be in order. */
async function accounts(target: Target, waiting: Waiting): Promise<readonly Diagnosis[]> {
  const found = await preflight(target, waiting)
  if (found.some(({ state }) => state === 'problem')) return found
  return [...found, await sealedCall(target, waiting), ...(await followsNotices(target, waiting))]
}

const words = {
  ok: 'ok',
  warning: 'warning',
  problem: 'PROBLEM',
  unknown: 'cannot tell',
} as const satisfies Record<State, string>

const line = ({ what, state, said, remedy }: Diagnosis) =>
  `${words[state].padEnd(12)} ${what}: ${said}${remedy === null ? '' : `; ${remedy}`}`

function summary(found: readonly Diagnosis[]): string {
  const count = (state: State) => found.filter((one) => one.state === state).length
  const problems = count('problem')
  const verdict = problems === 0 ? 'Ready for samsvar run' : 'Not ready: mend what is marked PROBLEM, and look again'
  const numbered = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  return `${verdict} (${count('ok')} ok, ${numbered(count('warning'), 'warning')}, ${numbered(problems, 'problem')}, ${count('unknown')} cannot be told)`
}
