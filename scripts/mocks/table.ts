import { randomUUID } from 'node:crypto'
import { isLoopback } from '../../contracts/control/http-guard.ts'
import { brokerClientIds, type Mocks, reporterClientId } from '../../suites/targets/mocks.ts'

/** What `samsvar mocks` tells when it has started: where everything is, and lines for `curl` that work as pasted. */

interface Told {
  readonly mocks: Mocks
  readonly controlUrl: string
  /** A shell expression that gives the control token; null when none is needed. */
  readonly token: string | null
  /** Where the root certificate was written; null when it was not. */
  readonly trust: string | null
  /** Where the certificate of the bank was written, for calls to Brreg and for tokens to the broker, and its key; null when it was not, or nobody needs it. */
  readonly client: { readonly certificate: string; readonly key: string } | null
  readonly keystore: { readonly path: string; readonly made: boolean } | null
  readonly bank: { readonly name: string; readonly organisationNumber: string; readonly baseUrl: string }
  readonly faults: readonly { readonly id: string; readonly story: string }[]
}

export function table(told: Told): readonly string[] {
  const { mocks, controlUrl, token, bank, faults } = told
  return [
    ...mocks.places.map(({ what, url }) => row(what, url)),
    row('Control', `${controlUrl} (${token === null ? 'no token, this machine only' : 'with a token'})`),
    row('Tokens are for', `${bank.baseUrl} (${bank.name}, ${bank.organisationNumber})`),
    row('Keys', keysOf(told)),
    row('Trust anchor', `${told.trust ?? 'below; --trust-out FILE writes it'}, SHA-256 ${mocks.rootFingerprint}`),
    ...clientRows(told),
    ...tokenRows(told),
    ...faults.map(({ id, story }) => row('Fault', `${id}: ${story}`)),
    ...(told.trust === null ? ['', mocks.rootPem.trim()] : []),
    '',
    'Look at them:',
    ...mocks.places.flatMap(({ examples, asksForCertificate }) =>
      examples.map(
        (url) =>
          `  curl -sS ${trustOption(told.trust)} ${asksForCertificate ? clientOption(told.client) : ''}${quoted(url)}`,
      ),
    ),
    '',
    'Steer them:',
    ...calls(mocks).map(([call, request]) => `  ${controlLine(controlUrl, token, call, request)}`),
    '',
  ]
}

const row = (name: string, value: string) => `${name.padEnd(20)}${value}`

const keysOf = ({ keystore }: Told) =>
  keystore === null
    ? 'of this process only: whoever trusts or caches them must begin anew next time; --keystore FILE keeps them'
    : `${keystore.made ? 'made and kept' : 'kept'} in ${keystore.path}`

const trustOption = (path: string | null) => (path === null ? '--insecure' : `--cacert ${quoted(path)}`)

/** With which the bank calls Brreg, where that is among the parties. */
function clientRows({ mocks, client, bank }: Told): readonly string[] {
  if (!mocks.places.some(({ asksForCertificate }) => asksForCertificate)) return []
  const where =
    client === null
      ? 'nowhere: --keystore FILE or --client-out FILE writes it'
      : `${client.certificate}, key ${client.key}`
  return [row('Client certificate', `${where} (of ${bank.organisationNumber}, for calls to Konkursvarsel)`)]
}

/** With which the bank asks Maskinporten for tokens, where it calls somebody who wants one. */
function tokenRows({ mocks, client }: Told): readonly string[] {
  const ids = { 'Altinn Broker': brokerClientIds.bank, 'KFR 1.1.2': reporterClientId }
  const called = Object.entries(ids).filter(([name]) => mocks.places.some(({ what }) => what === name))
  const signs =
    client === null ? 'with a key that --keystore FILE keeps' : `with ${client.key}, and ${client.certificate} in x5c`
  return called.map(([, id]) => row('Client for tokens', `${id} at Maskinporten, signs ${signs}`))
}

const clientOption = (client: Told['client']) =>
  client === null ? '' : `--cert ${quoted(client.certificate)} --key ${quoted(client.key)} `

/** A notice about nobody, registered just now. */
const publication = () => ({
  notices: [
    {
      uuid: randomUUID(),
      debtor: 'nobody',
      type: 'aapning',
      registreringstidspunkt: new Date().toISOString(),
      kjennelsesdato: new Date().toISOString().slice(0, 10),
    },
  ],
})

/** Each call of the control protocol once; a stimulus of a party that stands here. */
function calls({ places }: Mocks): readonly (readonly [string, unknown])[] {
  const stands = (name: string) => places.some(({ what }) => what === name)
  const stimulus = stands('CertPub')
    ? { party: 'certpub', does: 'unknown-participant' }
    : { party: stands('Maskinporten') ? 'maskinporten' : 'brreg', does: 'outage' }
  return [
    ...(stands('Maskinporten') ? [['mint', { recipe: {} }] as const] : []),
    ...(['Maskinporten', 'CertPub', 'Konkursvarsel'].some(stands) ? [['stimulate', { stimulus }] as const] : []),
    ...(stands('Konkursvarsel') ? [['publish', { publication: publication() }] as const] : []),
    ['calm', {}],
    ...(stands('The megler') ? inquiries : []),
    ...(stands('KFR 2.0') ? [['lookUp', { lookUp: { customer: 'K1' } }] as const] : []),
    ['observed', { after: 0 }],
    ['forget', {}],
  ]
}

const inquiries = [
  ['inquire', { inquiry: { message: 'restgjeldsforespoersel', fixture: 'S1' } }],
  ['letters', { after: 0 }],
] as const

function controlLine(url: string, token: string | null, call: string, request: unknown): string {
  const header = token === null ? '' : ` -H "Authorization: Bearer ${token}"`
  return `curl -sS${header} ${url}/control/${call} -d ${quoted(JSON.stringify(request))}`
}

/** For a POSIX shell. */
export const quoted = (text: string) =>
  /^[\w./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

export const needsToken = (host: string) => !isLoopback(host)
