import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Inquiry } from '../../contracts/dsve/correspondence.ts'
import { companies } from '../../contracts/dsve/fixtures/people.ts'
import { messagesIn, openPayload } from '../../contracts/dsve/transfer/open.ts'
import { readMessage } from '../../contracts/dsve/wire/read.ts'
import { contextOf } from '../altinn-broker/context.ts'
import { brokerFaults } from '../altinn-broker/faults.ts'
import type { Parts } from '../altinn-broker/parts.ts'
import { meglerhuset } from '../clients.ts'
import { whoNeverWaits } from '../clock.ts'
import { createTraffic, type SeenExchange } from '../http/traffic.ts'
import {
  bankNumber,
  deliverAnswer,
  fetched,
  openScene,
  openStage,
  type Scene,
  type SceneOptions,
  type Stage,
  svarTo,
} from './testing/scene.ts'
import { variants } from './variants.ts'

let stage: Stage
const open: Scene[] = []
beforeAll(async () => {
  stage = await openStage()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((scene) => scene.close()))
})
afterAll(() => stage.close())

async function scene(options: SceneOptions = {}) {
  const opened = await openScene(stage, options)
  open.push(opened)
  return opened
}
const usual = { message: 'restgjeldsforespoersel', fixture: 'S1' } as const
const kinds = ({ megler }: Scene) => megler.letters(0).letters.map(({ what }) => what)
const lastReply = ({ megler }: Scene) => megler.letters(0).letters.at(-1)?.reply

function requestIn(payload: Uint8Array) {
  const opened = openPayload(payload)
  if (!opened.ok) throw new Error(opened.refusal.what)
  const [found] = messagesIn(opened.value)
  const message = found && readMessage(found.xml)
  if (message?.ok !== true || message.value.root !== 'restgjeldsforespoersel') throw new Error('no request')
  return message.value.message
}

describe('the megler', () => {
  it('asks, hears that the bank has confirmed, collects the answer and finds its case', async () => {
    const told: SeenExchange[] = []
    const traffic = createTraffic(100, (exchange) => told.push(exchange))
    const opened = await scene({ megler: { traffic } })
    const { megler, bank, settle } = opened
    const sent = await megler.ask(usual)
    await settle()
    const [received] = await fetched(bank)
    const request = requestIn(received?.payload ?? new Uint8Array())
    expect(received).toMatchObject({ id: sent.fileTransferId })
    expect(request.avsender).toMatchObject({ id: meglerhuset.organisationNumber, referanse: sent.referanse })
    expect(request.mottaker.id).toBe(bankNumber)
    await settle()
    await deliverAnswer(bank, { recipient: request.avsender.id, svar: svarTo(request) })
    await settle()
    expect(kinds(opened)).toEqual(['sent', 'published', 'confirmed', 'answered'])
    expect(lastReply(opened)).toMatchObject({
      matchedBy: 'mottaker.referanse',
      sender: `0192:${bankNumber}`,
      propertyList: { messageType: 'Restgjeldssvar', status: 'RutetSuksessfullt' },
    })
    expect(told.map(({ said }) => said)).toEqual(
      expect.arrayContaining([
        `asks ${bankNumber} about S1: Restgjeldsforespoersel, usual`,
        expect.stringMatching(/^S1 is confirmed by the bank \d+\.\d s after it was asked$/),
        expect.stringMatching(
          /^S1 is answered after \d+\.\d s: Restgjeldssvar RutetSuksessfullt \(by mottaker.referanse\)$/,
        ),
      ]),
    )
    // The bank sees its answer fetched and confirmed.
    const answer = opened.broker.transfers().at(-1)
    expect(answer?.history.at(-1)?.status).toBe('AllConfirmedDownloaded')
  })

  it('finds the case of a refusal by the reference of the sender', async () => {
    const opened = await scene()
    const { megler, bank, settle } = opened
    await megler.ask(usual)
    await megler.ask(usual)
    await settle()
    const [first] = await fetched(bank)
    const { sendersFileTransferReference } = first?.overview ?? {}
    const refusal = {
      status: 'Feil',
      statusDescription: 'Ukjent',
      recipient: meglerhuset.organisationNumber,
      svar: null,
    }
    await deliverAnswer(bank, { ...refusal, sendersFileTransferReference })
    await settle()
    const letter = megler.letters(0).letters.at(-1)
    expect(letter).toMatchObject({ what: 'answered', reply: { matchedBy: 'sendersFileTransferReference' } })
    // One open case is left, and a refusal that repeats nothing can be of no other.
    await deliverAnswer(bank, refusal)
    await settle()
    expect(lastReply(opened)?.matchedBy).toBe('only open case')
    expect(megler.letters(0).letters.at(-1)?.number).not.toBe(letter?.number)
    await deliverAnswer(bank, refusal)
    await settle()
    expect(megler.letters(0).letters.at(-1)).toMatchObject({ what: 'unmatched', number: null, fixture: null })
  })

  it('asks for innfrielsessaldo as well', async () => {
    const { megler, bank, settle } = await scene()
    await megler.ask({ message: 'innfrielsessaldoforespoersel', fixture: 'S1' })
    await settle()
    const [received] = await fetched(bank)
    expect(received?.overview.propertyList).toEqual({ messageType: 'Innfrielsessaldoforespoersel' })
    const opened = openPayload(received?.payload ?? new Uint8Array())
    expect(opened.ok && messagesIn(opened.value).map(({ root, xml }) => [root, readMessage(xml).ok])).toEqual([
      ['innfrielsessaldoforespoersel', true],
    ])
  })

  it('asks as others too, and takes the answer where it was told to go', async () => {
    const opened = await scene()
    const { megler, bank, broker, settle } = opened
    const senders = async (inquiry: Inquiry) => {
      await megler.ask(inquiry)
      await settle()
      return broker.transfers().at(-1)?.asked.sender
    }
    expect(await senders({ ...usual, fixture: 'S19' })).toBe(`0192:${companies.annenBank.id}`)
    expect(await senders({ ...usual, fixture: 'S25', by: 'annenMegler' })).toBe(`0192:${companies.annenMegler.id}`)
    const { referanse } = await megler.ask({ ...usual, fixture: 'S18', referanse: '007/ A b' })
    await settle()
    const request = requestIn((await fetched(bank)).at(0)?.payload ?? new Uint8Array())
    expect([referanse, request.avsender.referanse, request.avsender.returnertil?.id]).toEqual([
      ...['007/ A b', '007/ A b'],
      companies.oppgjoer.id,
    ])
    await deliverAnswer(bank, { recipient: companies.oppgjoer.id, svar: svarTo(request) })
    await settle()
    expect(megler.letters(0).letters.at(-1)).toMatchObject({ what: 'answered', fixture: 'S18' })
  })

  it('asks nobody who does not receive', async () => {
    const { megler, akeldo, broker } = await scene()
    akeldo.register({
      organisationNumber: bankNumber,
      name: 'B',
      roles: ['Bank'],
      receives: ['Restgjeldssvar'],
      sends: [],
    })
    await expect(megler.ask(usual)).rejects.toThrow(/does not receive Restgjeldsforespoersel/)
    akeldo.remove(bankNumber)
    await expect(megler.ask(usual)).rejects.toThrow(/not registered in AKELDO/)
    expect(broker.transfers()).toEqual([])
  })

  it.each([
    [{ ...usual, fixture: 'S01' }, /no fixture "S01"/],
    [{ ...usual, variant: 'without-manifests' }, /perhaps without-manifest/],
  ])('says what it does not know: %j', async (inquiry, message) => {
    const { megler } = await scene()
    await expect(megler.ask(inquiry)).rejects.toThrow(message)
  })

  it('answers what is no event with 400, and what is nowhere with 404', async () => {
    const { megler } = await scene()
    const { send } = stage.outgoing
    expect((await send(megler.hookUrl, { method: 'POST', body: '{}' })).status).toBe(400)
    expect((await send(megler.hookUrl, { method: 'POST', body: 'x' })).status).toBe(400)
    expect((await send(`${megler.hookUrl}/x`)).status).toBe(404)
  })
})

describe('the megler with a broker that is not well', () => {
  /** One question, one answer, both filed once. */
  async function exchange(opened: Scene, between: () => Promise<void> = async () => {}) {
    const { megler, bank, settle } = opened
    await megler.ask(usual)
    await settle()
    await between()
    const received = await fetched(bank)
    expect(received).toHaveLength(1)
    const request = requestIn(received[0]?.payload ?? new Uint8Array())
    await deliverAnswer(bank, { recipient: request.avsender.id, svar: svarTo(request) })
    await settle()
    await between()
    await settle()
    expect(kinds(opened).filter((what) => what === 'answered')).toHaveLength(1)
  }
  const withFault = (id: string) =>
    scene({ faults: [brokerFaults[id] ?? {}], megler: { clock: whoNeverWaits(stage.clock) } })

  it('files an answer once that it is told of twice', async () => exchange(await withFault('events-twice')))

  it('looks for what no event tells of', async () => {
    const opened = await withFault('events-lost')
    await exchange(opened, () => opened.megler.look())
  })

  it('sends again what the scan refused, as another transfer', async () => {
    const opened = await withFault('scan-fails')
    const { megler, broker, bank, settle } = opened
    await megler.ask(usual)
    await settle()
    await settle()
    expect(broker.transfers().map(({ history }) => history.at(-1)?.status)).toEqual(['Failed', 'Published'])
    expect(kinds(opened)).toEqual(['sent', 'failed', 'sent', 'published'])
    expect(await fetched(bank)).toHaveLength(1)
  })

  it('sends again what the broker counted wrongly', async () => {
    const opened = await withFault('checksum-wrong')
    await exchange(opened)
    expect(opened.broker.transfers()[0]?.history.at(-1)?.status).toBe('Failed')
  })

  it.each(['unavailable', 'too-many-calls'])('waits as it is told when the fault is %s', async (id) => {
    const opened = await withFault(id)
    const sent = await opened.megler.ask(usual)
    expect(opened.broker.transfers().map((one) => one.id)).toEqual([sent.fileTransferId])
  })

  /** Whatever is done there is done, and nobody is told: `times` answers of that operation never leave. */
  const muted = (operation: string, times: number) => {
    let left = times
    const pass: Parts['pass'] = () => (_request, response, next) => {
      if (contextOf(response).operation === operation && left > 0) {
        left -= 1
        response.writeHead = () => response.destroy() as typeof response
      }
      next()
    }
    return scene({ faults: [{ replaces: { pass } }], megler: { clock: whoNeverWaits(stage.clock) } })
  }

  it('sends once what the broker took without saying so', async () => {
    const opened = await muted('upload', 1)
    const sent = await opened.megler.ask(usual)
    await opened.settle()
    expect(opened.broker.transfers().map(({ id }) => id)).toEqual([sent.fileTransferId])
    expect(kinds(opened).toSorted()).toEqual(['published', 'sent'])
  })

  it('files once what it could confirm only later', async () => {
    const opened = await muted('confirm', 6)
    const { megler, broker, bank, settle } = opened
    await megler.ask(usual)
    await settle()
    // The bank is the first who is not told.
    const [{ id = '' } = {}] = broker.transfers()
    const request = requestIn(new Uint8Array((await bank.download(id)).body))
    await expect(bank.confirm(id)).rejects.toThrow()
    await deliverAnswer(bank, { recipient: request.avsender.id, svar: svarTo(request) })
    await settle()
    await megler.look()
    await settle()
    expect(kinds(opened).filter((what) => what === 'answered')).toHaveLength(1)
    expect(broker.transfers().map(({ history }) => history.at(-1)?.status)).toEqual([
      'AllConfirmedDownloaded',
      'AllConfirmedDownloaded',
    ])
  })

  it('fetches again what was cut off', async () => {
    const opened = await withFault('download-cut-off')
    const { megler, bank, settle } = opened
    await megler.ask(usual)
    await settle()
    await expect(fetched(bank)).rejects.toThrow()
    const { id } = opened.broker.transfers()[0] ?? { id: '' }
    const request = requestIn(new Uint8Array((await bank.download(id)).body))
    await deliverAnswer(bank, { recipient: request.avsender.id, svar: svarTo(request) })
    await settle()
    expect(lastReply(opened)?.matchedBy).toBe('mottaker.referanse')
  })
})

describe('a variant', () => {
  /** Can be read, and is not for that bank, or from somebody else. */
  const misaddressed: readonly string[] = ['other-bank', 'spoofed-sender', 'unknown-version']
  const names = Object.keys(variants) as (keyof typeof variants)[]
  let shared: Scene
  beforeAll(async () => {
    shared = await openScene(stage)
  })
  afterAll(() => shared.close())

  /** Sent and fetched, in a minute of its own. */
  async function sent(variant: string) {
    const { megler, bank, settle } = shared
    await settle(61_000)
    const { referanse } = await megler.ask({ ...usual, variant })
    await settle()
    const [received] = await fetched(bank)
    const { payload = new Uint8Array(), overview } = received ?? {}
    return { referanse, payload, messageType: overview.propertyList.messageType }
  }

  it.each(names.filter((name) => variants[name].lawful))('%s is a lawful request', async (variant) => {
    const { payload, referanse } = await sent(variant)
    expect(requestIn(payload).avsender.referanse).toBe(referanse)
  })

  it.each(names.filter((name) => !variants[name].lawful))('%s is none', async (variant) => {
    const { payload, messageType, referanse } = await sent(variant)
    const isForUs = messageType === 'Restgjeldsforespoersel' && !misaddressed.includes(variant)
    if (isForUs) expect(() => requestIn(payload)).toThrow()
    else expect(requestIn(payload).avsender.referanse).toBe(referanse)
  })
})
