import type { RequestListener } from 'node:http'
import { isIPv6 } from 'node:net'
import type { Publication } from '../../contracts/konkursvarsel/notice.ts'
import type { BrregStimulus } from '../../contracts/konkursvarsel/stimuli.ts'
import type { Directory } from '../directory.ts'
import type { Traffic } from '../http/traffic.ts'
import type { Authority, TlsIdentity } from '../pki/authority.ts'
import { addressIn, type DoorOptions, openDoor } from '../tls/door.ts'
import { makePresentations } from '../tls/presentations.ts'
import { createClock } from './clock.ts'
import type { Services } from './context.ts'
import { createRefuse } from './error-bodies.ts'
import { type Manners, usualManners } from './manners.ts'
import { createMoods, type HrefForm } from './moods.ts'
import { type Parts, parts } from './parts.ts'
import { list, mark } from './paths.ts'
import { publisherOf } from './register/publisher.ts'
import { createRegister } from './register/register.ts'
import { type Address, createRenderer } from './register/render.ts'
import { tellNoRequest, tellUnreadable } from './sightings.ts'
import { createSite } from './site.ts'
import { tellPublished } from './told.ts'

/** Brønnøysundregistrene as the publisher of konkursvarsler. */
export interface Brreg {
  /** `https://HOST:PORT`, where `/konkursvarsler` lies. */
  readonly url: string
  /**
   * How many notices came to stand in the list; one whose uuid stands there already counts as well, and the next list
   * that is asked for carries it again. Throws an Error that names what an order got wrong; nothing is published then.
   */
  publish(publication: Publication): number
  stimulate(stimulus: BrregStimulus): Promise<void>
  /** Lawful again; what was published stays. */
  calm(): Promise<void>
  /** Sets the clock, which goes on from there; null is the real time again. Gives the time that it is now. */
  advance(to: string | null): string
  close(): Promise<void>
}

export interface BrregOptions {
  readonly identity: TlsIdentity
  /** The names in the certificate: under them the unlawful ones are made as well. */
  readonly names: readonly string[]
  /** Whose client certificates are accepted. */
  readonly authority: Authority
  /** PEM certificates of others whose client certificates are accepted as well. */
  readonly issuers?: readonly string[]
  readonly host: string
  readonly publicHost?: string
  readonly port: number
  readonly traffic: Traffic
  /** Who the fixtures are. Default: nobody knows. */
  readonly debtors?: Directory | (() => Directory)
  /** Organisation numbers that may read. Default: whoever has a certificate that is accepted. */
  readonly admitted?: readonly string[]
  readonly manners?: Partial<Manners>
  /** Replaces some of the conformant ones. */
  readonly parts?: Partial<Parts>
}

/** Starts Konkursvarsel on a socket, and beside it another host, to which links may lead. Throws `PortTaken`. */
export async function startBrreg(options: BrregOptions): Promise<Brreg> {
  const { traffic, debtors = {}, admitted, identity, names, authority, issuers = [] } = options
  const usual = { ...usualManners, ...options.manners }
  const register = createRegister()
  const clock = createClock()
  const moods = createMoods()
  const presentations = await makePresentations({ lawful: identity, names, authority, issuers })
  let answer: RequestListener = () => {}
  let answerElsewhere: RequestListener = () => {}
  const doors: DoorOptions = {
    ...addressIn(options),
    name: 'Brreg',
    presentations,
    asksForCertificate: true,
    refuseWithoutCertificate: usual.withoutCertificate === 'no-connection',
    onNoRequest: (tls, reason) => tellNoRequest(traffic, tls, reason),
    onClientError: (error, socket) => tellUnreadable(traffic, error, socket),
  }
  const door = await openDoor((...given) => answer(...given), doors)
  const other = { ...doors, port: 0, publicHost: otherNameThan(options.publicHost ?? options.host) }
  const elsewhere = await openDoor((...given) => answerElsewhere(...given), other).catch(async (error: unknown) => {
    await door.close()
    throw error
  })
  const addresses: Readonly<Record<HrefForm | 'lawful', Address>> = {
    lawful: (uuid) => `${door.url}${list}/${uuid}`,
    marked: (uuid) => `${door.url}${mark}${list}/${uuid}`,
    'foreign-host': (uuid) => `${elsewhere.url}${list}/${uuid}`,
  }
  const services: Services = {
    register,
    renderer: createRenderer(usual.names),
    moods,
    manners: () => ({ ...usual, ...moods.manners() }),
    admitted: admitted === undefined ? null : new Set(admitted),
    refuse: createRefuse(usual),
    hanging: new Set(),
    url: door.url,
    addressOfDetails: () => addresses[moods.links() ?? 'lawful'],
    clock,
    isShown: ({ shownFrom }) => shownFrom <= clock.now(),
  }
  const site = { services, traffic, parts: { ...parts, ...options.parts } }
  answer = createSite(site)
  answerElsewhere = createSite({ ...site, way: 'foreign-host' })
  const publish = publisherOf({ register, clock, manners: usual, debtors })
  const present = () => door.present(moods.presents() ?? 'lawful')
  return {
    url: door.url,
    publish(publication) {
      const count = publish(publication)
      tellPublished(traffic, publication)
      return count
    },
    async stimulate(stimulus) {
      moods.add(stimulus)
      if (stimulus.does === 'presents') await present()
    },
    async calm() {
      const wasUnlawful = moods.presents() !== null
      moods.calm()
      for (const response of services.hanging) response.socket?.destroy()
      services.hanging.clear()
      if (wasUnlawful) await present()
    },
    advance(to) {
      clock.set(to)
      return new Date(clock.now()).toISOString()
    },
    close: async () => {
      await Promise.all([door.close(), elsewhere.close()])
    },
  }
}

/** On the same machine under another name where it has one that stands in the certificate; else another port is enough. */
function otherNameThan(host: string): string {
  if (host === 'localhost') return '127.0.0.1'
  if (host === '127.0.0.1') return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}
