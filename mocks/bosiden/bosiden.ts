import { randomUUID } from 'node:crypto'
import { minusMonths, today } from '../../contracts/calendar.ts'
import type { LookedUp, LookUp } from '../../contracts/kfr/look-up.ts'
import { bankruptcyMandate, headerNames, paths, queryNames, scopes } from '../../contracts/kfr/operations.ts'
import { parseRelations } from '../../contracts/kfr/wire.ts'
import { monthsBeforeRuling } from '../../contracts/kontrollinformasjon/profile.ts'
import { createTokens } from '../altinn-client/tokens.ts'
import type { Directory } from '../directory.ts'
import { createOutgoing, type Received } from '../http/outgoing.ts'
import { lookUpClientId } from '../kfr/clients.ts'
import type { Kfr } from '../kfr/kfr.ts'
import type { Maskinporten } from '../maskinporten/maskinporten.ts'
import type { OrganisationIdentity } from '../pki/authority.ts'

/** Who looks into the register of customers for a bostyrer: Brønnøysundregistrene, as any agency of another house would. */
export interface Bosiden {
  /** Rejects with an Error that says what came instead of an answer of the register; it holds nobody's number. */
  lookUp(order: LookUp): Promise<LookedUp>
}

interface BosidenOptions {
  readonly agency: OrganisationIdentity
  readonly kfr: Pick<Kfr, 'baseUrl'>
  readonly maskinporten: Pick<Maskinporten, 'issuer' | 'url'>
  /** Who the fixtures are. */
  readonly directory: Directory | (() => Directory)
  /** PEM roots. */
  readonly trust: readonly string[]
  /** Of Maskinporten; milliseconds since 1970. */
  readonly now?: () => number
}

export function createBosiden(options: BosidenOptions): Bosiden {
  const { agency, kfr, maskinporten, directory, trust, now = Date.now } = options
  return {
    async lookUp({ customer, from }) {
      const { [customer]: listed } = typeof directory === 'function' ? directory() : directory
      if (listed === undefined)
        throw new Error(`Nobody has told bosiden who ${customer} is; name it among the fixtures of the configuration`)
      const day = today(new Date())
      const period = { from: from ?? minusMonths(day, monthsBeforeRuling), to: day }
      const outgoing = createOutgoing({ trust })
      try {
        const tokens = createTokens({
          client: { ...agency, clientId: lookUpClientId },
          issuer: maskinporten.issuer,
          tokenUrl: `${maskinporten.url}/token`,
          outgoing,
          now,
        })
        const token = await tokens.tokenFor(agency.organisationNumber, scopes.relationships)
        const answer = await outgoing.send(addressOf(kfr, period), { headers: headersOf(token, listed.id) })
        return { ...lookedUpIn(answer), period }
      } finally {
        await outgoing.close()
      }
    },
  }
}

const addressOf = (kfr: BosidenOptions['kfr'], { from, to }: LookedUp['period']) =>
  `${kfr.baseUrl('2.0')}${paths.relationships}?${new URLSearchParams({
    [queryNames.from]: from,
    [queryNames.to]: to,
    // The one question that is permitted (SOL).
    [queryNames.onlyPrimaryOwner]: 'TRUE',
  })}`

const headersOf = (token: string, customer: string) => ({
  Authorization: `Bearer ${token}`,
  Accept: 'application/json',
  [headerNames.customer]: customer,
  [headerNames.correlation]: randomUUID(),
  [headerNames.inquiry]: randomUUID(),
  [headerNames.mandate]: bankruptcyMandate.encoded,
})

function lookedUpIn({ status, body }: Received): Omit<LookedUp, 'period'> {
  const value = jsonIn(body)
  if (status !== 200) return { status, code: codeIn(value), banks: [] }
  const relations = parseRelations(value)
  if (!relations.ok) throw new Error(`The register answered 200 without ${relations.error.expected}`)
  const banks = relations.value.map(({ organizationID, bankName }) => ({ organizationID, bankName }))
  return { status, code: null, banks }
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return null
  }
}

/** A plain one; nothing else of what somebody writes into an error is told. */
function codeIn(value: unknown): string | null {
  const { errorCode } = Object(value) as { readonly errorCode?: unknown }
  return typeof errorCode === 'string' && /^[A-Z]{3}-\d{3}$/.test(errorCode) ? errorCode : null
}
