import type { KeyAndCertificate } from '../../../contracts/config/party-keys.ts'
import { createTraffic } from '../../http/traffic.ts'
import { createAuthority } from '../../pki/authority.ts'
import { type KfrOptions, startKfr } from '../kfr.ts'

/** The register in a process of its own, which is told by messages how to start, and may be killed at any time. */

export interface StartAlone extends Pick<KfrOptions, 'maskinporten' | 'institutions' | 'participant' | 'settings'> {
  readonly root: KeyAndCertificate
  readonly folder: string
  /** Hexadecimal. */
  readonly secret: string
}

/** What it tells: where it listens, and by what name it was asked. */
export type Told =
  | { readonly url: string; readonly baseUrl: string; readonly pending: number }
  | { readonly count: { readonly active: number; readonly historical: number; readonly pending: number } }
  | { readonly memory: number }
  | { readonly idle: true }
  | { readonly held: number }

/** `perSecond`: relationships of a batch from now on. `customers`: how many of them the register has on that day. */
export type Asked =
  | 'count'
  | 'memory'
  | 'idle'
  | { readonly perSecond: number | null }
  | { readonly customers: readonly string[]; readonly on: string }

const tell = (told: Told) => process.send?.(told)

process.once('message', async (given: StartAlone) => {
  const { root, secret, ...options } = given
  const authority = await createAuthority(root)
  const kfr = await startKfr({
    ...options,
    authority,
    identity: await authority.server(['127.0.0.1']),
    names: ['127.0.0.1'],
    traffic: createTraffic(1000),
    secret: Buffer.from(secret, 'hex'),
  })
  process.on('message', async (asked: Asked) => {
    if (typeof asked === 'object' && 'customers' in asked) {
      const has = (customer: string) => kfr.holds({ institution: options.participant, customer, on: asked.on })
      tell({ held: asked.customers.filter(has).length })
      return
    }
    if (typeof asked === 'object') await kfr.stimulate({ party: 'kfr', does: 'ingests', ...asked })
    if (asked === 'count' || typeof asked === 'object') tell({ count: kfr.count() })
    if (asked === 'memory') {
      globalThis.gc?.()
      tell({ memory: process.memoryUsage().rss })
    }
    if (asked === 'idle') {
      await kfr.idle()
      tell({ idle: true })
    }
  })
  // As it was found: nothing has been stored since it started.
  tell({ url: kfr.url, baseUrl: kfr.baseUrl('1.1.2'), pending: kfr.count().pending })
})
process.once('disconnect', () => process.exit())
