import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import type { IsoDate } from '../contracts/calendar.ts'
import {
  type ForeignBank,
  type ForeignBankOptions,
  foreignBanks,
  startForeignBank,
} from '../suites/targets/foreign-bank.ts'
import type { Console } from './cli/command.ts'
import { type ExitCode, exitCodes, setupError, usageError } from './cli/exit.ts'
import { rootsIn } from './config/roots.ts'

/** `samsvar bank --as`: a bank of another house, which is given the addresses of the parties and nothing else. */

export const foreignOptions = {
  as: { value: 'BANK', help: `starts a foreign bank without parties instead: ${foreignBanks.join(', ')}` },
  issuer: { value: 'URL', help: 'with --as: Maskinporten, as it stands in "iss"' },
  locator: { value: 'URL', help: 'with --as: the locator of CertPub' },
  trust: { value: 'FILE', help: 'with --as: PEM roots of the parties' },
  'fixtures-out': {
    value: 'FILE',
    help: 'with --as: writes who plays which fixture, as "fixtures" of a configuration',
  },
  'trust-out': { value: 'FILE', help: 'with --as: writes the root of the bank, for "trust" of a configuration' },
} as const

type Name = keyof typeof foreignOptions
type ForeignValues = { readonly [K in Name]?: string } & Readonly<Record<string, string | boolean | undefined>>

/** What makes sense for the reference bank only. */
const notForeign = ['fault', 'config-out']

type Common = Pick<ForeignBankOptions, 'seed' | 'publicUrl' | 'host' | 'port'> & { readonly day: IsoDate }

export async function runForeignBank(values: ForeignValues, common: Common, console: Console): Promise<ExitCode> {
  checkOptions(values)
  const bank = await started({
    ...common,
    issuer: httpsUrl('issuer', values.issuer),
    locatorUrl: httpsUrl('locator', values.locator),
    trust: await rootsIn(needed('trust', values.trust), 'the file that samsvar mocks --trust-out writes'),
    tell: (line) => console.err(`samsvar: ${line}\n`),
  })
  try {
    for (const line of linesOf(bank)) console.out(line)
    if (values['trust-out'] !== undefined) {
      await written(values['trust-out'], bank.rootPem)
      console.out(`root            ${values['trust-out']}`)
    }
    if (values['fixtures-out'] !== undefined) {
      await written(values['fixtures-out'], stringify({ fixtures: bank.fixtures }, { lineWidth: 0 }))
      console.out(`fixtures        ${values['fixtures-out']}`)
    }
    console.out('ready; Ctrl-C ends it')
    if (!console.interrupt.aborted) await once(console.interrupt, 'abort')
    return exitCodes.interrupted
  } finally {
    await bank.close()
  }
}

/** An option of a foreign bank says nothing about the reference bank. */
export function refuseForeignOptions(values: ForeignValues): void {
  const stray = Object.keys(foreignOptions).find((name) => name !== 'as' && values[name] !== undefined)
  if (stray !== undefined) throw usageError(`--${stray} is for a foreign bank: add --as ${foreignBanks[0]}`)
}

function checkOptions(values: ForeignValues): void {
  if (!foreignBanks.some((name) => name === values.as))
    throw usageError(`--as: "${values.as}" is not known; known are ${foreignBanks.join(', ')}`)
  const stray = notForeign.find((name) => values[name] !== undefined)
  if (stray !== undefined) throw usageError(`--${stray} is for the reference bank: take --as out`)
}

function needed(name: Name, value: string | undefined): string {
  if (value !== undefined) return value
  throw usageError(`--as needs --${name}: --${name} ${foreignOptions[name].value}`)
}

function httpsUrl(name: Name, value: string | undefined): string {
  const text = needed(name, value)
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:' && url.search === '' && url.hash === '') return text
  throw usageError(`--${name} takes an https URL without query and fragment, not "${text}"`)
}

async function started(options: ForeignBankOptions): Promise<ForeignBank> {
  try {
    return await startForeignBank(options)
  } catch (error) {
    throw setupError((error as Error).message)
  }
}

async function written(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: Error) => {
    throw setupError(`${path} cannot be written: ${error.message}`)
  })
}

const linesOf = ({ participant, baseUrl, listenUrl }: ForeignBank): readonly string[] => [
  `bank            ${baseUrl}`,
  `  listens on    ${listenUrl}`,
  `  is            ${participant.name}, organisation number ${participant.organisationNumber}`,
  '  has no plain JSON: capabilities: { plainJson: false }',
]
