import { today } from '../contracts/calendar.ts'
import type { Area } from '../contracts/requirement.ts'
import type { Target } from '../suites/kit/target.ts'
import { setupError, usageError } from './cli/exit.ts'
import { oneOrMore } from './cli/options.ts'

interface Choice {
  readonly config?: string
  readonly fault?: string
  readonly seed: number
  /** What is to be judged: the built-in bank starts no more than that. */
  readonly areas: readonly Area[]
}

/** The bank that the configuration tells of, or the built-in one; closed when it goes out of scope. */
export async function chooseTarget({ config, fault, seed, areas }: Choice): Promise<Target & AsyncDisposable> {
  if (config !== undefined && fault !== undefined)
    throw usageError('--fault makes the built-in bank wrong; with --config give it to samsvar bank instead')
  const target = config === undefined ? await builtIn(fault, seed, areas) : await configured(config)
  return { ...target, [Symbol.asyncDispose]: () => target.close() }
}

/** Loaded by need: who judges a bank of another process needs none of the built-in one, and a conformant one no faults. */
async function builtIn(fault: string | undefined, seed: number, areas: readonly Area[]): Promise<Target> {
  const faults =
    fault === undefined ? [] : oneOrMore('fault', fault, (await import('../suites/targets/faults.ts')).faultIds)
  const { referenceTarget } = await import('../suites/targets/reference.ts')
  return referenceTarget({ seed, day: today(new Date()), faults, areas })
}

async function configured(path: string): Promise<Target> {
  const { readConfigFiles } = await import('./config-files.ts')
  const files = await readConfigFiles(path)
  const { externalTarget } = await import('../suites/targets/external.ts')
  try {
    return await externalTarget(files)
  } catch (error) {
    const { name, message } = error as Error
    const where =
      name === 'PortTaken'
        ? ` The ports stand under "parties.ports" in ${path}; samsvar open, mocks or another run may hold them.`
        : ''
    throw setupError(`the parties cannot be started: ${message}${where}`)
  }
}
