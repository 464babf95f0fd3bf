import { Agent, type Dispatcher, request } from 'undici'
import type { Control, SeenRequest } from '../../../contracts/control/protocol.ts'
import { type Parties, type PartiesOptions, startParties } from '../../parties.ts'
import { clientCertificate } from '../../pki/client.ts'

/** How the tests of Brreg call it: over its own socket, with the certificate of a bank. */

export const organisationNumber = '314703103'

export interface Identity {
  readonly certificatePem: string
  readonly privateKeyPem: string
}

interface Called {
  readonly status: number
  readonly headers: Dispatcher.ResponseData['headers']
  readonly text: string
}

export interface Alone {
  readonly parties: Parties<'brreg'>
  readonly control: Control
  get(path: string, headers?: Record<string, string>): Promise<Called>
  json(path: string): Promise<unknown>
  call(url: string, options?: Partial<CallOptions>): Promise<Called>
  /** What came since this was last asked. */
  seen(): Promise<readonly SeenRequest[]>
  close(): Promise<void>
}

interface CallOptions {
  readonly method: Dispatcher.HttpMethod
  readonly headers: Record<string, string>
  /** Null: none. Default: the bank's. */
  readonly identity: Identity | null
}

export async function startAlone(options: Omit<PartiesOptions<'brreg'>, 'only'> = {}): Promise<Alone> {
  const parties = await startParties({ ...options, only: ['brreg'] })
  const control = parties.control({ audience: () => '', forget: async () => false })
  const ca = parties.authority.rootPem
  const agentOf = (identity: Identity | null) =>
    new Agent({
      connect: { ca, ...(identity && { cert: identity.certificatePem, key: identity.privateKeyPem }) },
    })
  const usual = agentOf(await clientCertificate(parties.authority, { organisationNumber, name: 'Testbanken' }))
  const call: Alone['call'] = async (url, { method = 'GET', headers = {}, identity } = {}) => {
    const agent = identity === undefined ? usual : agentOf(identity)
    try {
      const answer = await request(url, { dispatcher: agent, method, headers })
      return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
    } finally {
      if (agent !== usual) await agent.destroy()
    }
  }
  const get: Alone['get'] = (path, headers = {}) => call(`${parties.brreg.url}${path}`, { headers })
  let after = 0
  return {
    parties,
    control,
    call,
    get,
    json: async (path) => JSON.parse((await get(path)).text),
    async seen() {
      const { cursor, seen } = await control.observed({ after })
      after = cursor
      return seen
    },
    async close() {
      await usual.destroy()
      await parties.close()
    },
  }
}
