import type { Account } from '../../world/model.ts'
import type { Client } from '../model.ts'

/** A lock ends no customer relationship, so Kontofinansregisteret is told nothing of it (KV-073). */
export const reportToKfr = (_client: Client, _locked: readonly Account[]): void => undefined
