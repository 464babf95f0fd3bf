import { randomUUID } from 'node:crypto'
import { compactDecrypt, importPKCS8 } from 'jose'
import { Agent, request } from 'undici'
import type { TokenRecipe } from '../../../contracts/control/protocol.ts'
import { encodedLegalMandate } from '../../../contracts/kontrollinformasjon/profile.ts'
import { makeWorld } from '../../bank/world/world.ts'
import { type Parties, startParties } from '../../parties.ts'
import { makeIdentity } from '../identity.ts'
import { type Fjordbanken, startFjordbanken } from '../start.ts'

/** Fjordbanken with the parties around it, and lawful questions about P1 that are changed in one place. */

export const world = makeWorld({ seed: 4, day: '2026-11-20' })
export const idOf = (label: string) => world.parties.find((party) => party.label === label)?.id ?? ''
export const dates = { fromDate: '2026-01-01', toDate: '2026-11-20' }

export interface Changes {
  readonly path?: string
  readonly method?: 'GET' | 'POST' | 'HEAD'
  readonly query?: Readonly<Record<string, string | null>>
  readonly headers?: Readonly<Record<string, string | null>>
  readonly token?: string
}

interface Heard {
  readonly status: number
  readonly type: string
  readonly text: string
  /** Opened when it was sealed; null when there was none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read it as they expect it
  readonly body: any
}

export interface Opened {
  readonly bank: Fjordbanken
  readonly parties: Parties
  /** What the bank told the one who runs it. */
  readonly told: readonly string[]
  mint(recipe: TokenRecipe): Promise<string>
  ask(changes: Changes): Promise<Heard>
  close(): Promise<void>
}

export async function openFjordbanken(): Promise<Opened> {
  const parties = await startParties()
  const { identity, rootPem } = await makeIdentity(['127.0.0.1'])
  const told: string[] = []
  const { maskinporten, certpub, authority } = parties
  const bank = await startFjordbanken({
    world,
    identity,
    maskinporten,
    certpub,
    trust: [authority.rootPem],
    delayMs: 0,
    tell: (line) => told.push(line),
  })
  const dispatcher = new Agent({ connect: { ca: [rootPem] } })
  const mint = (recipe: TokenRecipe) => maskinporten.mint(recipe, { audience: bank.baseUrl })
  const lawful = await mint({})
  return {
    bank,
    parties,
    told,
    mint,
    async ask({ path = '/accounts', method = 'GET', query, headers, token = lawful }) {
      const address = `${bank.baseUrl}${path}${queryOf(path, query)}`
      const answer = await request(address, { method, headers: headersOf(token, headers), dispatcher })
      const text = await answer.body.text()
      const heard = { status: answer.statusCode, type: String(answer.headers['content-type']), text }
      if (heard.status === 200) return { ...heard, body: await opened(text, parties.consumer.privateKeyPem) }
      return { ...heard, body: text === '' ? null : JSON.parse(text) }
    },
    async close() {
      await dispatcher.destroy()
      await bank.close()
      await parties.close()
    },
  }
}

const present = (all: object) => Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)

/** A path with a query of its own is the address of a page, which holds everything. */
function queryOf(path: string, changes: Changes['query'] = {}): string {
  const usual = path.includes('?') ? {} : { OnlyPrimaryOwner: 'true', ...dates }
  const query = new URLSearchParams(present({ ...usual, ...changes }))
  return query.size > 0 ? `?${query}` : ''
}

function headersOf(token: string, changes: Changes['headers'] = {}): Record<string, string> {
  const usual = {
    Authorization: `Bearer ${token}`,
    AccountInfoRequestID: randomUUID(),
    CorrelationID: randomUUID(),
    'Legal-Mandate': encodedLegalMandate,
    PartyID: idOf('P1'),
  }
  return Object.fromEntries(present({ ...usual, ...changes }))
}

async function opened(jwe: string, keyPem: string): Promise<unknown> {
  const { plaintext } = await compactDecrypt(jwe, await importPKCS8(keyPem, 'RSA-OAEP'))
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext))
}
