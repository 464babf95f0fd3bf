import { randomUUID } from 'node:crypto'
import { compactDecrypt, importPKCS8 } from 'jose'
import { Agent, request } from 'undici'
import { afterAll, beforeAll } from 'vitest'
import type { TokenRecipe } from '../../../../contracts/control/protocol.ts'
import type { Fixtures } from '../../../../contracts/kontrollinformasjon/fixtures.ts'
import { encodedLegalMandate } from '../../../../contracts/kontrollinformasjon/profile.ts'
import { type Parties, startParties } from '../../../parties.ts'
import { type Bank, type BankOptions, startBank } from '../../start.ts'
import { fixturesOf, makeWorld, type World } from '../../world/world.ts'

/** How the tests of the bank ask it: as Brreg does, over TLS, with minted tokens and the key of the consumer. */

export interface Scene {
  readonly parties: Parties
  readonly world: World
  readonly fixtures: Required<Fixtures>
  /** A bank of this world between these parties. */
  start(options?: Partial<BankOptions>): Promise<Bank>
  /** `base` is the base URL of a bank. */
  ask(base: string, question: Question): Promise<Answer>
  close(): Promise<void>
}

export interface Question {
  /** Behind the base URL, with its query. */
  readonly path: string
  readonly method?: string
  /** Over those of a lawful call; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>
  /** Null sends no token; a text is sent as it stands. Default: the lawful one, used again and again. */
  readonly token?: TokenRecipe | string | null
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** Decrypted where it is a JWE; undefined where it is neither that nor JSON. */
  readonly body: Body
}

// biome-ignore lint/suspicious/noExplicitAny: tests read bodies that schemas have judged
export type Body = any

export const day = '2026-11-21'

export async function setScene(): Promise<Scene> {
  const parties = await startParties()
  const world = makeWorld({ seed: 7, day })
  const fixtures = fixturesOf(world)
  const agent = new Agent({ connect: { ca: parties.authority.rootPem } })
  const key = await importPKCS8(parties.consumer.privateKeyPem, 'RSA-OAEP-256')
  const identity = await parties.authority.server(['127.0.0.1'])
  const banks: Bank[] = []
  const lawful = new Map<string, Promise<string>>()
  const lawfulToken = (audience: string) => {
    const token = lawful.get(audience) ?? parties.maskinporten.mint({}, { audience })
    lawful.set(audience, token)
    return token
  }

  return {
    parties,
    world,
    fixtures,
    async start(options = {}) {
      const { maskinporten, certpub, authority } = parties
      const bank = await startBank({ world, identity, maskinporten, certpub, trust: [authority.rootPem], ...options })
      banks.push(bank)
      return bank
    },
    async ask(base, { path, method = 'GET', headers = {}, token }) {
      const bearer = await (token === undefined ? lawfulToken(base) : tokenText(parties, token, base))
      const given = {
        ...lawfulHeaders(fixtures.P1.id),
        ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
        ...headers,
      }
      const sent = Object.fromEntries(
        Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null),
      )
      const answer = await request(base + path, { dispatcher: agent, method, headers: sent })
      const text = await answer.body.text()
      return { status: answer.statusCode, headers: answer.headers, text, body: await read(text, key) }
    },
    async close() {
      await Promise.all(banks.map((bank) => bank.close()))
      await agent.close()
      await parties.close()
    },
  }
}

/** One scene for a file of tests, and the conformant bank in it; both stand from beforeAll on. */
export function sceneOfTests() {
  let scene: Scene
  let bank: Bank
  beforeAll(async () => {
    scene = await setScene()
    bank = await scene.start()
  })
  afterAll(() => scene.close())
  return { scene: () => scene, bank: () => bank }
}

type PrivateKey = Awaited<ReturnType<typeof importPKCS8>>

const tokenText = async (parties: Parties, token: TokenRecipe | string | null, audience: string) =>
  token === null || typeof token === 'string' ? token : parties.maskinporten.mint(token, { audience })

const lawfulHeaders = (partyId: string): Record<string, string | null> => ({
  Accept: 'application/jose',
  AccountInfoRequestID: 'b0a7cd3e-54a6-4a1a-a3c5-6bb3a3b4e0a1',
  CorrelationID: randomUUID(),
  'Legal-Mandate': encodedLegalMandate,
  PartyID: partyId,
})

async function read(text: string, key: PrivateKey): Promise<Body> {
  const plain = /^[\w-]+(\.[\w-]+){4}$/.test(text) ? await opened(text, key) : text
  try {
    return JSON.parse(plain)
  } catch {
    return undefined
  }
}

/** Empty when somebody else's key opens it. */
const opened = async (jwe: string, key: PrivateKey) =>
  compactDecrypt(jwe, key).then(
    ({ plaintext }) => new TextDecoder().decode(plaintext),
    () => '',
  )

/** The period of a lawful call: a year back, until today. */
export const listPath = (from: string, to: string = day) =>
  `/accounts?OnlyPrimaryOwner=true&fromDate=${from}&toDate=${to}`
export const detailsPath = (reference: string, from: string, to: string = day) =>
  `/accounts/${encodeURIComponent(reference)}?fromDate=${from}&toDate=${to}`
export const transactionsPath = (reference: string, from: string, to: string = day) =>
  `/accounts/${encodeURIComponent(reference)}/transactions?fromDate=${from}&toDate=${to}`
