import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Verifier } from '@pact-foundation/pact'
import { Agent, type Dispatcher, request } from 'undici'
import { headerNames, type KfrScope, paths, scopes } from '../../../contracts/kfr/operations.ts'
import { consumerOrganisationNumber } from '../../../contracts/kontrollinformasjon/profile.ts'
import { examples } from './client.ts'
import { customer } from './interactions.ts'
import { states } from './states.ts'

/** Where the register is, and how it is called and steered. */
export interface Provider {
  /** Base URLs without a slash at the end. */
  readonly reporting: string
  readonly lookUps: string
  /** PEM that its certificate chains to. */
  readonly trust: string
  /** An access token of that organisation. */
  readonly token: (scope: KfrScope, organisationNumber: string) => Promise<string>
  /** KAR answers again, or does not. */
  readonly silenceKar: (isSilent: boolean) => Promise<void>
  /** The register has never heard of the customer. */
  readonly forget: (customer: string) => Promise<void>
  /** The customer was active somewhere in January 2026. */
  readonly wasActive: (customer: string) => Promise<void>
}

/** Let Pact's own verifier hold a contract against it. Both reject with what does not fit. */
export const verifyBankPact = (provider: Provider, file: string) =>
  verify(provider, file, provider.reporting, [scopes.write, examples.institution])
export const verifyBosidenPact = (provider: Provider, file: string) =>
  verify(provider, file, provider.lookUps, [scopes.relationships, consumerOrganisationNumber])

async function verify(provider: Provider, file: string, base: string, caller: readonly [KfrScope, string]) {
  const agent = new Agent({ connect: { ca: provider.trust } })
  const door = await openDoor({ base, agent, token: () => provider.token(...caller) })
  try {
    await new Verifier({
      provider: 'kfr',
      providerBaseUrl: door.url,
      pactUrls: [file],
      stateHandlers: stateHandlers(provider, agent),
      logLevel: 'error',
    }).verifyProvider()
  } finally {
    await door.close()
    await agent.destroy()
  }
}

/** By what the interface itself offers, where it offers it. */
function stateHandlers(provider: Provider, agent: Dispatcher) {
  const report = async () => {
    const headers = {
      Authorization: `Bearer ${await provider.token(scopes.write, examples.institution)}`,
      [headerNames.correlation]: randomUUID(),
      [headerNames.customer]: customer,
    }
    const url = `${provider.reporting}${paths.relationship(examples.institution)}`
    await (await request(url, { method: 'POST', headers, dispatcher: agent })).body.dump()
  }
  return {
    [states.unknown]: async () => {
      await provider.silenceKar(false)
      await provider.forget(customer)
    },
    [states.active]: report,
    [states.activeThen]: async () => {
      await provider.silenceKar(false)
      await provider.wasActive(customer)
    },
    [states.karSilent]: () => provider.silenceKar(true),
  }
}

interface Behind {
  readonly base: string
  readonly agent: Dispatcher
  readonly token: () => Promise<string>
}

/** The verifier knows no tokens: it calls this, and this calls on with one, where the contract has one. */
async function openDoor({ base, agent, token }: Behind) {
  const pass = async (asked: IncomingMessage, answer: ServerResponse) => {
    const { host: _h, connection: _c, 'content-length': _l, 'transfer-encoding': _t, ...headers } = asked.headers
    if (headers.authorization !== undefined) headers.authorization = `Bearer ${await token()}`
    const chunks: Buffer[] = []
    for await (const chunk of asked) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const method = asked.method as Dispatcher.HttpMethod
    const options = { dispatcher: agent, method, headers: headers as Record<string, string> }
    const given = await request(`${base}${asked.url}`, { ...options, ...(body.length === 0 ? {} : { body }) })
    const kept = Object.entries(given.headers).filter(([name]) => ['content-type', 'correlationid'].includes(name))
    answer.writeHead(given.statusCode, Object.fromEntries(kept))
    answer.end(await given.body.text())
  }
  const server = createServer((asked, answer) => {
    pass(asked, answer).catch(() => answer.writeHead(502).end())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
