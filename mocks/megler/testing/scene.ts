import { payloadOf, refusalPayload } from '../../../contracts/dsve/transfer/payload.ts'
import type { MessageOf } from '../../../contracts/dsve/wire/messages.ts'
import { startAkeldo } from '../../akeldo/akeldo.ts'
import { dsveActors } from '../../akeldo/dsve.ts'
import type { BrokerFault } from '../../altinn-broker/fault.ts'
import { bodyOf, type Client, openDesk, openWorld, resource, type World } from '../../altinn-broker/testing/desk.ts'
import { type BrokerClients, brokerRegistration, makeBrokerClients } from '../../clients.ts'
import { questions } from '../fixtures.ts'
import { type MeglerOptions, startMegler } from '../megler.ts'

/** The megler with the parties that it needs, one clock by hand, and a bank whose every step a test says. */

export const bankNumber = '314703103'
const bank = { organisationNumber: bankNumber, name: 'Banken' }

export interface Stage extends World {
  readonly clients: BrokerClients
}

/** What scenes share. */
export async function openStage(): Promise<Stage> {
  let clients: BrokerClients | undefined
  const world = await openWorld(async (authority) => {
    clients = await makeBrokerClients(authority, bank, undefined)
    return { trustedRoots: [authority.rootPem], ...brokerRegistration(clients) }
  })
  if (clients === undefined) throw new Error('nobody registered')
  return { ...world, clients }
}

export interface SceneOptions {
  readonly faults?: readonly BrokerFault[]
  readonly megler?: Partial<MeglerOptions>
}

export async function openScene(stage: Stage, { faults = [], megler: changes = {} }: SceneOptions = {}) {
  const { authority, maskinporten, clients, clock } = stage
  const identity = await authority.server(['127.0.0.1'])
  const { broker, as, told } = await openDesk(stage, { faults, settings: { scanMs: 0 } })
  const akeldo = await startAkeldo({ identity, actors: dsveActors([bank]), now: clock.now })
  const megler = await startMegler({
    identity,
    client: clients.megler,
    maskinporten: { issuer: maskinporten.issuer, tokenUrl: `${maskinporten.url}/token` },
    broker,
    akeldo,
    bank: { id: bankNumber, foretaksnavn: bank.name },
    questions,
    trust: [authority.rootPem],
    clock,
    lookMs: null,
    ...changes,
  })
  /** Time goes on a little, events are carried, and what they tell of is fetched. */
  const settle = async (ms = 1) => {
    clock.advance(ms)
    await broker.idle()
    await megler.idle()
    await broker.idle()
  }
  await settle()
  return {
    akeldo,
    broker,
    megler,
    settle,
    told,
    bank: as(bankNumber),
    as,
    close: async () => {
      await Promise.all([megler.close(), akeldo.close(), broker.close()])
    },
  }
}
export type Scene = Awaited<ReturnType<typeof openScene>>

/** What the bank fetches when it looks once. */
export async function fetched(client: Client) {
  const ids: string[] = bodyOf(await client.search({ resourceId: resource, status: 'Published', recipientStatus: '0' }))
  return Promise.all(
    ids.map(async (id) => {
      const overview = bodyOf(await client.overview(id))
      const { body } = await client.download(id)
      await client.confirm(id)
      return { id, overview, payload: new Uint8Array(body) }
    }),
  )
}

export interface Answer {
  readonly status?: string
  readonly statusDescription?: string
  readonly messageType?: string
  readonly recipient: string
  readonly sendersFileTransferReference?: string
  /** Null for a refusal, which has no message. */
  readonly svar: MessageOf['restgjeldssvar'] | null
}

export const deliverAnswer = (client: Client, { svar, recipient, ...answer }: Answer): Promise<string> =>
  client.deliver(svar === null ? refusalPayload() : payloadOf('restgjeldssvar', svar), {
    fileName: 'svar.zip',
    recipients: [`0192:${recipient}`],
    sendersFileTransferReference: answer.sendersFileTransferReference ?? 'of the bank',
    propertyList: {
      messageType: answer.messageType ?? 'Restgjeldssvar',
      status: answer.status ?? 'RutetSuksessfullt',
      ...(answer.statusDescription === undefined ? {} : { statusDescription: answer.statusDescription }),
    },
  })

export const svarTo = (request: Pick<MessageOf['restgjeldsforespoersel'], 'avsender' | 'mottaker'>) =>
  ({
    avsender: { ...request.mottaker, kontaktperson: { navn: 'Banken' }, referanse: 'B-1' },
    mottaker: {
      id: request.avsender.id,
      foretaksnavn: request.avsender.foretaksnavn,
      referanse: request.avsender.referanse,
    },
    laanliste: [
      {
        rammelaan: false,
        fastrente: false,
        realkausjon: false,
        laantakerIkkeHjemmelshaver: false,
        transporterklaering: false,
        laanenummer: '97184502740',
        kontonummer: '97184502740',
        saldo: 100,
        laantakereHjemmelshaver: ['Kari Østby Sjøvik'],
      },
    ],
    registerenheterMedDokumentreferanser: [],
    sperretForVidereOpplaan: true,
  }) satisfies MessageOf['restgjeldssvar']
