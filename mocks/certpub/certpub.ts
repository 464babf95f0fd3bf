import type { RequestListener } from 'node:http'
import type { SeenRequest } from '../../contracts/control/protocol.ts'
import { type Address, listen } from '../http/listen.ts'
import { createTraffic, type Traffic } from '../http/traffic.ts'
import { createPublications, type Publications } from './publications.ts'
import { type CertPubBehaviour, createSite, locatorBase, publisherBase, type SiteState } from './site.ts'

interface CertPubOptions extends Address {
  readonly behaviour?: CertPubBehaviour
  /** Where callers reach this party when that is not where it listens, without a final slash. */
  readonly publicUrl?: string
  readonly traffic?: Traffic
}

export interface CertPub {
  /** Without a final slash; `/lookup/v2/…` comes after it. */
  readonly locatorUrl: string
  /** What the locator answers. */
  readonly publisherUrl: string
  /** `participant` like `0192:974760673`, certificates in DER. Replaces; an empty list takes the publication away. */
  readonly publish: Publications['publish']
  /** Locator and publisher answer 503. */
  outage(on: boolean): void
  /** Locator and publisher answer 404 for everybody. */
  unknownParticipant(on: boolean): void
  seen(after: number): { readonly cursor: number; readonly seen: readonly SeenRequest[] }
  close(): Promise<void>
}

/** Starts CertPub, locator and publisher, on one HTTPS socket. Throws `PortTaken`, or the system's error by name. */
export async function startCertPub(options: CertPubOptions): Promise<CertPub> {
  const { traffic = createTraffic(), behaviour = {} } = options
  const { trailingSlash = false, otherInterfaces = {} } = behaviour
  const publications = createPublications()
  const state: SiteState = { outage: false, unknownParticipant: false }
  let answer: RequestListener = () => {}
  const listener = await listen((request, response) => answer(request, response), { ...options, name: 'CertPub' })
  const url = options.publicUrl ?? listener.url
  const publisherUrl = `${url}${publisherBase}${trailingSlash ? '/' : ''}`
  answer = createSite({
    publications,
    state,
    behaviour,
    traffic,
    interfaces: { ...otherInterfaces, 'difi-bcp-v1': publisherUrl },
  })
  return {
    locatorUrl: `${url}${locatorBase}`,
    publisherUrl,
    publish: (...given) => publications.publish(...given),
    outage: (on) => {
      state.outage = on
    },
    unknownParticipant: (on) => {
      state.unknownParticipant = on
    },
    seen: (after) => traffic.seen(after),
    close: () => listener.close(),
  }
}
