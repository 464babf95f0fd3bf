import { access } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readConfig } from '../../contracts/config/read.ts'
import { addressesOf, partyPlan } from '../../suites/targets/party-plan.ts'
import { defineCommand } from '../cli/command.ts'
import { exitCodes, setupError, usageError } from '../cli/exit.ts'
import { writePrivately } from '../config/private-file.ts'
import { insistOnWritable, keystoreBeside } from '../config/write.ts'
import { answersFrom, questions } from '../init/questions.ts'
import { configurationText } from '../init/template.ts'
import { type ClientPlace, clientPlace, trustPlace, writeClient, writeTrust } from '../mocks/handed-out.ts'
import { keptIn } from '../mocks/keystore-file.ts'
import { bundleFiles } from '../output/folder.ts'

export default defineCommand({
  summary: 'writes a commented configuration for a bank, and a keystore that later runs reuse',
  options: {
    name: { value: 'NAME', help: questions.name.asks },
    'organisation-number': { value: 'N', help: questions.organisationNumber.asks },
    'base-url': {
      value: 'URL',
      help: `${questions.baseUrl.asks}; none for a bank that only answers megler, or only reports`,
    },
    host: { value: 'HOST', help: `${questions.host.asks} (default ${questions.host.usual})` },
    trust: { value: 'FILE', help: 'PEM file of the root that the bank’s certificate chains to' },
    keystore: { value: 'FILE', help: 'the keystore (default: beside the configuration); one that is there is reused' },
    out: { value: 'FILE', help: 'the configuration (default samsvar.yaml)' },
    force: { help: 'writes over a configuration that is there; never over a keystore' },
  },
  run: async ({ values, positionals }, console) => {
    if (positionals.length > 0) throw usageError(`"${positionals[0]}" is one word too many`)
    const path = resolve(values.out ?? 'samsvar.yaml')
    const keystorePath = resolve(values.keystore ?? keystoreBeside(path))
    await insistOnPlaces(path, keystorePath, values.force === true)
    await insistOnWritable(path)
    const answers = await answersFrom(values, console)
    const trust = values.trust === undefined ? null : nameFrom(path, resolve(values.trust))
    const places = { schema: schemaFrom(path), keystore: nameFrom(path, keystorePath) }
    const text = configurationText({ ...answers, trust }, places)
    const { keys, made } = await keptIn(keystorePath, answers)
    const trustPath = trustPlace({}, keystorePath) ?? `${keystorePath}.root.pem`
    await writeTrust(trustPath, keys.root.certificate)
    const client = clientPlace({}, keystorePath)
    if (client !== null && keys.bank !== undefined) await writeClient(client, keys.bank)
    await write(path, text)
    const told = { path, keystorePath, trustPath, client, isReused: !made, addresses: plannedAddresses(text) }
    for (const line of nextSteps(told)) console.out(line)
    return exitCodes.ok
  },
})

/** Before anything is asked or written. */
async function insistOnPlaces(path: string, keystorePath: string, force: boolean): Promise<void> {
  if (!force && (await exists(path)))
    throw setupError(`${path} is there already; --force writes over it, --out FILE writes elsewhere`)
  for (const folder of ancestorsOf(keystorePath)) {
    const isOutput = folder === resolve('out') || (await exists(join(folder, bundleFiles[0])))
    if (isOutput)
      throw setupError(`the keystore must not lie in the output folder ${folder}, which is handed on; see --keystore`)
  }
}

function ancestorsOf(path: string): readonly string[] {
  const folder = dirname(path)
  return folder === path ? [] : [folder, ...ancestorsOf(folder)]
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

async function write(path: string, text: string): Promise<void> {
  try {
    await writePrivately(path, text)
  } catch (error) {
    throw setupError(`the configuration cannot be written to ${path}: ${(error as Error).message}`)
  }
}

const nameFrom = (path: string, named: string) => relative(dirname(path), named).replaceAll('\\', '/')

const schemaFile = join(import.meta.dirname, '..', '..', 'contracts', 'config', 'samsvar.config.schema.json')

/** Relative where that is short, so that the folder can be moved together with what is installed in it. */
function schemaFrom(path: string): string {
  const name = nameFrom(path, schemaFile)
  return name.startsWith('../../') ? pathToFileURL(schemaFile).href : name
}

function plannedAddresses(text: string): readonly string[] {
  const read = readConfig(text)
  if (!read.ok) throw new Error(`the template is not in order: ${JSON.stringify(read.problems)}`)
  const plan = partyPlan(read.value)
  return plan === null ? [] : addressesOf(plan).map(({ what, url }) => `     ${what.padEnd(22)}${url}`)
}

interface Written {
  readonly path: string
  readonly keystorePath: string
  readonly trustPath: string
  readonly client: ClientPlace | null
  readonly isReused: boolean
  readonly addresses: readonly string[]
}

const nextSteps = ({ path, keystorePath, trustPath, client, isReused, addresses }: Written): readonly string[] => [
  `Configuration  ${path}`,
  `Keystore       ${keystorePath} (${isReused ? 'was there, and is reused' : 'new, mode 0600'}; keep it out of git)`,
  `Trust anchor   ${trustPath}`,
  ...(client === null
    ? []
    : [
        `Certificate    ${client.certificate} (the bank shows it to Brreg, and signs with it when it asks for tokens; its key: ${basename(client.key)})`,
      ]),
  '',
  'Next:',
  '  1. Give the test instance of the bank these addresses, and the trust anchor for calling them:',
  ...addresses,
  `  2. samsvar fixtures --config ${basename(path)}   tells what test data the bank makes; write who plays whom into "fixtures"`,
  `  3. samsvar doctor --config ${basename(path)}     looks whether everything is in order, and tells what else the bank calls, and as whom`,
  `  4. samsvar run --config ${basename(path)}        judges the bank`,
]
