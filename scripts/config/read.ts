import { dirname, resolve } from 'node:path'
import type { Config, Keystore } from '../../contracts/config/config.ts'
import type { Problem } from '../../contracts/config/problems.ts'
import { type LineOf, readConfig, readKeystore } from '../../contracts/config/read.ts'
import { setupError } from '../cli/exit.ts'
import { readPlainly, readPrivately } from './private-file.ts'
import { type Misnamed, readSecrets, type Secrets } from './secrets.ts'

/** The files of a configuration. Only the keystore, and files that are named for it, hold secrets. */

export interface ConfigFiles {
  readonly config: Config
  readonly keystore: Keystore
  readonly secrets: Secrets
  readonly keystorePath: string
}

/** Throws a setup error that tells all that is wrong, with path, line, and how to mend it. */
export async function readConfigFiles(path: string): Promise<ConfigFiles> {
  const found = await readPlainly(path)
  if ('wrong' in found) throw setupError(`the configuration ${path} ${found.wrong}; samsvar init writes a new one`)
  const read = readConfig(found.text)
  if (!read.ok) throw inDisorder([{ path, problems: read.problems }])
  const { value: config, lineOf } = read
  const keystorePath = resolve(dirname(path), config.keystore)
  const [{ secrets, wrongs }, keystore] = await Promise.all([
    readSecrets(config, dirname(path)),
    keystoreAt(keystorePath),
  ])
  const named = [...wrongs, ...('missing' in keystore ? [keystore.missing] : [])]
  const disorder = [
    { path, problems: named.map((wrong) => problemOf(wrong, lineOf)) },
    { path: keystorePath, problems: 'problems' in keystore ? keystore.problems : [] },
  ]
  if (!('value' in keystore) || named.length > 0) throw inDisorder(disorder)
  return { config: withEvidenceAt(dirname(path), config), keystore: keystore.value, secrets, keystorePath }
}

/** Files of an operator's house stand beside the configuration, or where their paths say. */
function withEvidenceAt(folder: string, config: Config): Config {
  const { kfrRegister } = config
  if (kfrRegister?.evidence === undefined) return config
  const { waitSeconds, ...named } = kfrRegister.evidence
  const found = Object.entries(named).map(([kind, paths]) => [kind, paths.map((one) => resolve(folder, one))])
  const evidence = { ...Object.fromEntries(found), ...(waitSeconds === undefined ? {} : { waitSeconds }) }
  return { ...config, kfrRegister: { ...kfrRegister, evidence } }
}

type KeystoreFile =
  | { readonly value: Keystore }
  | { readonly missing: Misnamed }
  | { readonly problems: readonly Problem[] }

async function keystoreAt(path: string): Promise<KeystoreFile> {
  const found = await readPrivately(path)
  if ('wrong' in found) return { missing: { steps: ['keystore'], ...found } }
  const read = readKeystore(found.text)
  return read.ok ? { value: read.value } : { problems: read.problems }
}

const problemOf = ({ steps, wrong, remedy }: Misnamed, lineOf: LineOf): Problem => ({
  path: steps.join('.'),
  line: lineOf(steps),
  wrong,
  remedy,
})

interface Disorder {
  readonly path: string
  readonly problems: readonly Problem[]
}

function inDisorder(files: readonly Disorder[]) {
  const lines = files
    .filter(({ problems }) => problems.length > 0)
    .flatMap(({ path, problems }) => [`${path} is not in order:`, ...problems.map(told)])
  return setupError(lines.join('\n'))
}

const told = ({ path, line, wrong, remedy }: Problem) =>
  `  ${line === undefined ? '' : `line ${line}, `}${path}: ${wrong}; ${remedy}`
