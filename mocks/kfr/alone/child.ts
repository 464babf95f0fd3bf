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
  | { readonly url: string; readonly baseUrl: string }
  | { readonly count: { readonly active: number; readonly historical: number; readonly pending: number } }
  | { readonly memory: number }
  | { readonly idle: true }

export type Asked = 'count' | 'memory' | 'idle'

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
    if (asked === 'count') tell({ count: kfr.count() })
    if (asked === 'memory') {
      globalThis.gc?.()
      tell({ memory: process.memoryUsage().rss })
    }
    if (asked === 'idle') {
      await kfr.idle()
      tell({ idle: true })
    }
  })
  tell({ url: kfr.url, baseUrl: kfr.baseUrl('1.1.2') })
})
process.once('disconnect', () => process.exit())
