import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { need } from '../../../../mocks/altinn-broker/context.ts'
import type { BrokerFault } from '../../../../mocks/altinn-broker/fault.ts'
import { brokerFaults } from '../../../../mocks/altinn-broker/faults.ts'
import { bank, megler, openDesk, openWorld, type World } from '../../../../mocks/altinn-broker/testing/desk.ts'
import { overviewOf } from '../../../../mocks/altinn-broker/transfer.ts'
import { fileName } from './make.ts'
import { type Party, verifyPact } from './verify.ts'

const file = fileURLToPath(new URL(`../../../../contracts/pacts/${fileName}`, import.meta.url))
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function verified(...faults: readonly BrokerFault[]): Promise<string> {
  const desk = await openDesk(world, { faults, settings: { scanMs: 0 } })
  const party = (organisation: string): Party => ({ id: `0192:${organisation}`, token: desk.as(organisation).bearer })
  const provider = { url: desk.broker.url, trust: world.authority.rootPem, bank: party(bank), megler: party(megler) }
  try {
    await verifyPact(provider, file)
    return 'kept'
  } catch (error) {
    return (error as Error).message
  } finally {
    await desk.broker.close()
  }
}

const named = (id: string): BrokerFault => brokerFaults[id] ?? {}

describe('the contract of a bank with Altinn Broker', () => {
  it('is kept by our broker', async () => expect(await verified()).toBe('kept'))

  it('is kept by one that is awkward within its rights', async () =>
    expect(await verified(named('confirm-200'), named('events-twice'), named('ranges-refused'))).toBe('kept'))

  it.each<readonly [string, BrokerFault]>([
    ['believes no token at first', named('token-refused')],
    ['fails at first', named('server-error')],
    ['knows no transfer', { replaces: { findTransfer: nothing(404) } }],
    ['finds objects', { replaces: { search: () => (_request, response) => response.json([{ id: 1 }]) } }],
    ['finds nothing', { replaces: { search: () => (_request, response) => response.json([]) } }],
    ['exchanges no tokens', { replaces: { exchangeToken: nothing(404) } }],
    [
      'shows no metadata',
      {
        replaces: {
          showOverview: () => (_request, response) =>
            response.json({ ...overviewOf(need(response, 'transfer')), propertyList: {} }),
        },
      },
    ],
    [
      'sends a text for a file',
      { replaces: { sendFile: () => (_request, response) => response.type('application/octet-stream').send('Hei') } },
    ],
    ['has confirmations wait', { replaces: { confirmDownload: nothing(202) } }],
    ['gives no id', { replaces: { giveId: () => (_request, response) => response.json({}) } }],
  ])('is broken by one that %s', async (_what, fault) => expect(await verified(fault)).not.toBe('kept'))
})

function nothing(status: number) {
  return () => (_request: unknown, response: { status(code: number): { end(): void } }) => {
    response.status(status).end()
  }
}
