import { today } from '../contracts/calendar.ts'
import type { Config } from '../contracts/config/config.ts'
import type { Area } from '../contracts/requirement.ts'
import type { Target } from '../suites/kit/target.ts'
import { setupError, usageError } from './cli/exit.ts'
import { oneOrMore } from './cli/options.ts'
import { asksAccounts } from './preflight.ts'

interface Choice {
  readonly config?: string
  readonly fault?: string
  readonly seed: number
  /** What is to be judged: the built-in bank starts no more than that. */
  readonly areas: readonly Area[]
  /** What the run speaks of, where that is less than what is to be judged. */
  readonly told?: readonly Area[]
}

/** The bank that the configuration tells of, or the built-in one; closed when it goes out of scope. */
export async function chooseTarget({
  config,
  fault,
  seed,
  areas,
  told = areas,
}: Choice): Promise<Target & AsyncDisposable> {
  if (config !== undefined && fault !== undefined)
    throw usageError('--fault makes the built-in bank wrong; with --config give it to samsvar bank instead')
  const target = config === undefined ? await builtIn(fault, seed, areas) : await configured(config, told)
  return { ...target, [Symbol.asyncDispose]: () => target.close() }
}

/** Loaded by need: who judges a bank of another process needs none of the built-in one, and a conformant one no faults. */
async function builtIn(fault: string | undefined, seed: number, areas: readonly Area[]): Promise<Target> {
  const faults =
    fault === undefined ? [] : oneOrMore('fault', fault, (await import('../suites/targets/faults.ts')).faultIds)
  if (areas.includes('kfr-register')) {
    const { referenceRegister } = await import('../suites/targets/reference-register.ts')
    return referenceRegister({ faults })
  }
  const { referenceTarget } = await import('../suites/targets/reference.ts')
  return referenceTarget({ seed, day: today(new Date()), faults, areas })
}

async function configured(path: string, told: readonly Area[]): Promise<Target> {
  const { readConfigFiles } = await import('./config/read.ts')
  const files = await readConfigFiles(path)
  insistOnRegister(path, files.config, told)
  if (asksAccounts(told)) insistOnAccounts(path, files.config)
  if (told.includes('konkursvarsel')) insistOnBrreg(path, files.config)
  if (told.includes('kfr-rapportering')) insistOnKfr(path, files.config)
  if (told.includes('dsve')) insistOnMegler(path, files.config)
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

/** A register is judged as one, and a bank as a bank. */
function insistOnRegister(path: string, { kfrRegister }: Config, told: readonly Area[]): void {
  const isAsked = told.includes('kfr-register')
  if (isAsked && kfrRegister === undefined)
    throw setupError(`${path} tells of no register; add "kfrRegister:", see docs/kfr-register.md`)
  if (!isAsked && kfrRegister !== undefined)
    throw setupError(`${path} tells of a register ("kfrRegister"); judge it with --area kfr-register`)
}

/** Who only answers megler, or only reports, has no account interface. */
function insistOnAccounts(path: string, { baseUrl }: Config): void {
  if (baseUrl === undefined)
    throw setupError(
      `${path} does not say where the account interface of the bank is; add "baseUrl", or choose another area with --area`,
    )
}

/** Parties that stand already may have Brreg among them, and it says so when they have not. */
function insistOnBrreg(path: string, { parties, konkursvarsel }: Config): void {
  if ('control' in parties || konkursvarsel !== undefined || parties.ports?.brreg !== undefined) return
  throw setupError(
    `${path} does not say how the bank follows konkursvarsler, so that no Brreg is started; add "konkursvarsel: { pollSeconds: 900 }", with the time between two list calls of the bank`,
  )
}

/** Likewise the register. */
function insistOnKfr(path: string, { parties, kfr }: Config): void {
  if ('control' in parties || kfr !== undefined || parties.ports?.kfr !== undefined) return
  throw setupError(
    `${path} does not say how the bank reports its customers, so that no register is started; add "kfr: { reportSeconds: 60 }", with the time from an event at the bank to its report`,
  )
}

/** Likewise the megler and the broker between them. */
function insistOnMegler(path: string, { parties, dsve }: Config): void {
  if ('control' in parties || dsve !== undefined) return
  throw setupError(
    `${path} does not say how the bank answers a megler, so that no megler and no broker is started; add "dsve: { answerSeconds: 60 }", with the time from a request to its answer`,
  )
}
