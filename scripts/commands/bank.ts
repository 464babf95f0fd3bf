import { once } from 'node:events'
import { basename } from 'node:path'
import { type IsoDate, parseIsoDate, today } from '../../contracts/calendar.ts'
import { serveControl } from '../../contracts/control/http-server.ts'
import { faultIds } from '../../suites/targets/faults.ts'
import { type Stage, startStage } from '../../suites/targets/stage.ts'
import { defineCommand } from '../cli/command.ts'
import { exitCodes, setupError, usageError } from '../cli/exit.ts'
import { oneOrMore, wholeNumber } from '../cli/options.ts'
import { hookTokenBeside, insistOnWritable, writeConfigFiles } from '../config/write.ts'
import { newControlToken } from '../control-token.ts'
import { foreignOptions, refuseForeignOptions, runForeignBank } from '../foreign-bank.ts'

export default defineCommand({
  summary: 'starts the reference bank with the parties it needs, until it is interrupted',
  options: {
    fault: { value: 'ID,…', help: 'makes it wrong in this way; see samsvar list --faults' },
    'public-url': { value: 'URL', help: 'where a gateway in front of it is reached: its base URL and audience' },
    'config-out': { value: 'FILE', help: 'writes the configuration with which samsvar run --config FILE reaches it' },
    port: { value: 'N', help: 'of the bank (default: a free one)' },
    host: { value: 'HOST', help: 'address to listen on (default 127.0.0.1)' },
    poll: { value: 'SECONDS', help: 'between two looks for konkursvarsler (default 2), and at the broker 15 at least' },
    'state-folder': { value: 'DIR', help: 'private folder for what it keeps of them (default: kept until it ends)' },
    seed: { value: 'N', help: 'of its people and accounts (default 1)' },
    day: { value: 'DATE', help: 'the day on which its world stands, yyyy-MM-dd (default today)' },
    ...foreignOptions,
  },
  run: async ({ values, positionals }, console) => {
    if (positionals.length > 0) throw usageError(`"${positionals[0]}" is one word too many`)
    if (values['config-out'] !== undefined) await insistOnWritable(values['config-out'])
    const publicUrl = values['public-url'] === undefined ? {} : { publicUrl: publicUrlFrom(values['public-url']) }
    const host = values.host === undefined ? {} : { host: values.host }
    const port = values.port === undefined ? {} : { port: wholeNumber('port', values.port, { min: 0, max: 65_535 }) }
    const world = {
      seed: wholeNumber('seed', values.seed ?? '1', { min: 0, max: 2 ** 32 - 1 }),
      day: dayFrom(values.day),
    }
    if (values.as !== undefined) return runForeignBank(values, { ...world, ...publicUrl, ...host, ...port }, console)
    refuseForeignOptions(values)
    const stage = await started({
      ...world,
      areas: ['kontrollinformasjon', 'konkursvarsel', 'kfr-rapportering', 'dsve'],
      hearsEvents: true,
      pollEveryMs: 1000 * wholeNumber('poll', values.poll ?? '2', { min: 1, max: 86_400 }),
      ...(values['state-folder'] === undefined ? {} : { stateFolder: values['state-folder'] }),
      faults: values.fault === undefined ? [] : oneOrMore('fault', values.fault, faultIds),
      ...publicUrl,
      ...host,
      ...port,
    })
    const token = newControlToken()
    const control = await serveControl(stage.control, { token })
    try {
      for (const line of addresses(stage, control.url)) console.out(line)
      if (values['config-out'] !== undefined) {
        const keystore = await writeConfigFiles(
          values['config-out'],
          configOf(stage, control.url, dayFrom(values.day), values['config-out']),
          {
            schema: 'samsvar.keystore/1',
            controlToken: token,
            consumerKeys: [stage.parties.consumer, stage.parties.secondAgency].map((agency) => agency.privateKeyPem),
            identifiers: stage.known.identifiers,
          },
          stage.hooks?.token,
        )
        console.out(`configuration   ${values['config-out']} (secrets in ${keystore})`)
      }
      console.out('ready; Ctrl-C ends it')
      if (!console.interrupt.aborted) await once(console.interrupt, 'abort')
      return exitCodes.interrupted
    } finally {
      if (stage.hostile !== null) console.out(hostilityOf(stage.hostile))
      await Promise.all([control.close(), stage.close()])
    }
  },
})

async function started(options: Parameters<typeof startStage>[0]): Promise<Stage> {
  try {
    return await startStage(options)
  } catch (error) {
    throw setupError((error as Error).message)
  }
}

const hostilityOf = ({ met, ledAstray }: NonNullable<Stage['hostile']>): string =>
  `hostile         to ${met()} requests; ${ledAstray()} connections went where its answers led`

const addresses = ({ bank, parties, konkursvarsel, kfr, dsve, hooks }: Stage, control: string): readonly string[] => [
  `bank            ${bank.baseUrl}`,
  `  listens on    ${bank.listenUrl}`,
  `Maskinporten    ${parties.maskinporten.metadataUrl}`,
  `CertPub         ${parties.certpub.locatorUrl}`,
  ...(konkursvarsel === null ? [] : [`Konkursvarsel   ${konkursvarsel.brreg.url}`]),
  ...(dsve === null
    ? []
    : [
        `Altinn Broker   ${dsve.parties['altinn-broker'].transfersUrl}`,
        `AKELDO          ${dsve.parties.akeldo.actorsUrl}`,
      ]),
  ...(kfr === null ? [] : [`KFR             ${kfr.parties.kfr.baseUrl('1.1.2')}`]),
  ...(hooks === null ? [] : [`hooks           ${hooks.baseUrl} (with a token)`]),
  `control         ${control} (loopback only, with a token)`,
]

const configOf = (
  { bank, production, parties, participant, fixtures, konkursvarsel, kfr, dsve, hooks }: Stage,
  control: string,
  day: IsoDate,
  path: string,
) => ({
  schema: 'samsvar.config/1' as const,
  participant,
  baseUrl: bank.baseUrl,
  day,
  trust: [parties.authority.rootPem],
  parties: { control },
  fixtures,
  ...(hooks !== null && {
    hooks: {
      baseUrl: hooks.baseUrl,
      offers: hooks.offers,
      token: { file: basename(hookTokenBeside(path)) },
    },
  }),
  ...(konkursvarsel !== null && { konkursvarsel: konkursvarsel.profile }),
  ...(kfr !== null && { kfr: kfr.profile }),
  ...(dsve !== null && { dsve: dsve.profile }),
  // Behind a gateway nobody says where the other instance would be.
  ...(bank.baseUrl.startsWith(bank.listenUrl) && { capabilities: { production: { baseUrl: production.baseUrl } } }),
})

function dayFrom(text: string | undefined): IsoDate {
  if (text === undefined) return today(new Date())
  const day = parseIsoDate(text)
  if (day.ok) return day.value
  throw usageError(`--day takes ${day.error.expected}, not "${text}"`)
}

function publicUrlFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '')
    throw usageError(`--public-url takes an https URL without query and fragment, not "${text}"`)
  return text
}
