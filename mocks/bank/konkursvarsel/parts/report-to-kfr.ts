import type { Account } from '../../world/model.ts'
import type { Client } from '../model.ts'

/**
 * Whoever reports customers to Kundeforholdsregisteret looks again at whose accounts were locked. A lock ends no
 * relationship, so that nothing comes of it (KV-073, KFRB-049).
 */
export const reportToKfr = (client: Client, locked: readonly Account[]): void =>
  client.locked(...new Set(locked.map(({ owner }) => owner)))
