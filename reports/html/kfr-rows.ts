import type { KfrSighting } from '../../contracts/kfr/sighting.ts'
import { consumerOrganisationNumber } from '../../contracts/kontrollinformasjon/profile.ts'
import type { GrantSighting } from '../../contracts/maskinporten/grant-sighting.ts'
import type { Said } from '../words.ts'
import { html, type Part, say } from './markup.ts'

/** What reached the register of customers, and Maskinporten before it, as rows of a table. */

export type Row = readonly [Said, Part]

const yes: Said = { nb: 'ja', en: 'yes' }
const no: Said = { nb: 'nei', en: 'no' }
const whether = (holds: boolean): Part => say(holds ? yes : no)
export const code = (text: string): Part => html`<code>${text}</code>`
const moment = (seconds: number | null): string =>
  seconds === null ? '–' : new Date(seconds * 1000).toISOString().slice(0, 19)

const operationWords = {
  add: { nb: 'meldte et kundeforhold (A)', en: 'reported a relationship (A)' },
  end: { nb: 'meldte et opphør (B)', en: 'reported an end (B)' },
  batch: { nb: 'sendte en fil (C)', en: 'sent a file (C)' },
  own: { nb: 'slo opp i egne kundeforhold (D)', en: 'looked up its own relationships (D)' },
  relationships: { nb: 'gjorde etatenes oppslag (E)', en: 'made the look-up of agencies (E)' },
  provider: { nb: 'gjorde etatenes oppslag (F)', en: 'made the look-up of agencies (F)' },
  ingested: { nb: 'filen er tatt inn', en: 'the file was taken in' },
  other: { nb: 'noe annet', en: 'something else' },
  handshake: { nb: 'en forbindelse som ikke ble til noe', en: 'a connection that came to nothing' },
} as const satisfies Record<KfrSighting['operation'], Said>

export function kfrRows(sighting: KfrSighting) {
  const { operation, customer, token, correlationId, named, code: answered, problems, batch } = sighting
  const isAgency = token?.organisation === consumerOrganisationNumber
  const who: Said = isAgency ? agency : { nb: 'Banken', en: 'The bank' }
  const rows: Row[] = [[who, say(operationWords[operation])]]
  if (customer !== undefined)
    rows.push([
      { nb: 'Kunde', en: 'Customer' },
      html`${customer.fixture ?? code(customer.digest)}, ${say(kindWords[customer.kind])}`,
    ])
  if (correlationId !== undefined) rows.push([{ nb: 'CorrelationID', en: 'CorrelationID' }, code(correlationId)])
  if (token !== null)
    rows.push([
      { nb: 'Token', en: 'Token' },
      html`${token.scopes.join(' ')}, ${say({ nb: 'utløper', en: 'expires' })} ${moment(token.expires)}`,
    ])
  if (named !== undefined) rows.push([{ nb: 'Institusjoner i svaret', en: 'Institutions in the answer' }, `${named}`])
  if (answered !== undefined) rows.push([{ nb: 'Svarte', en: 'Was answered' }, code(answered)])
  if (problems.length > 0) rows.push([{ nb: 'Galt', en: 'Wrong' }, problems.join(', ')])
  if (batch !== undefined) rows.push(...batchRows(batch))
  return rows
}

const agency: Said = { nb: 'Brønnøysundregistrene', en: 'Brønnøysundregistrene' }

const kindWords = {
  organisation: { nb: 'organisasjon', en: 'organisation' },
  person: { nb: 'person', en: 'person' },
} as const

function batchRows({
  boundary,
  opens,
  closes,
  parts,
  entries,
  fileBytes,
  duplicates,
}: NonNullable<KfrSighting['batch']>) {
  const rows: Row[] = [
    [{ nb: 'Grense', en: 'Boundary' }, boundary],
    [{ nb: 'Begynner og slutter med den', en: 'Begins and ends with it' }, whether(opens && closes)],
    [{ nb: 'Deler', en: 'Parts' }, parts.map(({ name }) => name ?? '–').join(', ')],
  ]
  if (fileBytes !== undefined) rows.push([{ nb: 'Listen', en: 'The list' }, `${fileBytes} bytes`])
  if (entries !== undefined) rows.push([{ nb: 'Kundeforhold', en: 'Relationships' }, `${entries}`])
  if (duplicates !== undefined) rows.push([{ nb: 'Står to ganger', en: 'Stand twice' }, `${duplicates}`])
  return rows
}

export const grantRows = (grant: GrantSighting): readonly Row[] => [
  [{ nb: 'Klient', en: 'Client' }, code(grant.clientId ?? '–')],
  [{ nb: 'Scope', en: 'Scope' }, grant.scopes.join(' ')],
  [{ nb: 'Utsteder som mottaker', en: 'Issuer as audience' }, whether(grant.audience === 'issuer')],
  [{ nb: 'Sertifikater i x5c', en: 'Certificates in x5c' }, `${grant.certificates ?? '–'}`],
  [{ nb: 'Tilhører', en: 'Belongs to' }, grant.certificate?.organisationNumber ?? '–'],
  [{ nb: 'Laget, utløper', en: 'Made, expires' }, `${moment(grant.issued)} – ${moment(grant.expires)}`],
]
