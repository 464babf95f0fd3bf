import type { Response } from 'express'
import type { Act, Download, Refused } from '../../contracts/altinn-broker/acts.ts'
import type { InitialiseRequest } from '../../contracts/altinn-broker/wire.ts'
import type { BoundedLog } from '../bounded-log.ts'
import type { Clock } from '../clock.ts'
import { createContexts, foundBefore } from '../http/context.ts'
import type { Caller, ReadCaller } from '../http/token-caller.ts'
import type { Traffic } from '../http/traffic.ts'
import type { AltinnTokens } from './altinn-token.ts'
import type { Files } from './files.ts'
import type { Ledger } from './ledger.ts'
import type { Limits } from './limits.ts'
import type { Office } from './office.ts'
import type { BrokerSettings, ResourceSettings } from './settings.ts'
import type { Transfer } from './transfer.ts'

/** What the broker has besides its parts. */
export interface Site {
  readonly settings: BrokerSettings
  readonly clock: Clock
  readonly ledger: Ledger
  readonly files: Files
  readonly office: Office
  readonly limits: Limits
  readonly readCaller: ReadCaller
  readonly altinnTokens: AltinnTokens
  readonly traffic: Traffic
  readonly acts: BoundedLog<'acts', Act>
  /** What the controls change. */
  readonly state: { outage: boolean }
  /** Without a final slash. */
  readonly platform: string
}

/** What the parts have found out about one request, in the order in which they met it. */
export interface Findings {
  caller: Caller
  /** The transfer that the path names, as it was when it was found; `current` has it as it is. */
  transfer: Transfer
  resource: ResourceSettings
  request: InitialiseRequest
  /** The file of a form. */
  file: Blob
}

export interface Context {
  readonly operation: string
  readonly trace: string
  readonly found: Partial<Findings>
  download?: Download
  refused?: Refused
  shown?: readonly string[]
}

export const { begin: beginContext, of: contextOf } = createContexts<Context>('the broker')

/** What an earlier part must have found. */
export const need = <Name extends keyof Findings>(response: Response, name: Name): Findings[Name] =>
  foundBefore<Findings, Name>(contextOf(response).found, name)

/** The transfer as it is by now. */
export const current = ({ ledger }: Site, { id }: Transfer): Transfer => {
  const transfer = ledger.transfers.get(id)
  if (transfer === undefined) throw new Error('The transfer was forgotten while it was used')
  return transfer
}
