import type { Response } from 'express'
import type { IsoDate } from '../../contracts/calendar.ts'
import type { KfrCode } from '../../contracts/kfr/errors.ts'
import type { KfrProblem, SeenBatch, SeenToken } from '../../contracts/kfr/sighting.ts'
import type { AccountId, CustomerNumber, Relation } from '../../contracts/kfr/wire.ts'
import { createContexts, foundBefore } from '../http/context.ts'
import type { Caller, ReadCaller } from '../http/token-caller.ts'
import type { SettableClock } from './clock.ts'
import type { ReadForm } from './form.ts'
import type { Kar } from './kar.ts'
import type { Moods } from './moods.ts'
import type { Asked } from './paths.ts'
import type { People } from './people.ts'
import type { KfrSettings } from './settings.ts'
import type { Ingestion } from './store/ingestion.ts'
import type { Period } from './store/register.ts'
import type { Store } from './store/store.ts'

/** An institution that the register knows by number and name, as Enhetsregisteret has it. */
export interface Institution {
  readonly organisationNumber: string
  readonly name: string
  /** Whether it has been let in as a reporter. */
  readonly reports: boolean
}

/** What the register has besides its parts. */
export interface Site {
  readonly settings: KfrSettings
  readonly clock: SettableClock
  readonly store: Store
  readonly ingestion: Ingestion
  readonly kar: Kar
  readonly moods: Moods
  readonly readCaller: ReadCaller
  /** Time of those who make tokens; milliseconds since 1970. */
  readonly tokenTime: () => number
  readonly people: People
  readonly institutions: ReadonlyMap<string, Institution>
  /** Answers that never come, until it is calm. */
  readonly hanging: Set<Response>
  readonly today: () => IsoDate
}

/** What the parts have found out about one request, in the order in which they met it. */
interface Findings {
  caller: Caller
  /** For whom it calls: nine digits. */
  organisation: string
  customer: CustomerNumber
  account: AccountId
  period: Period
  /** Null where it was not part of the question. */
  onlyPrimaryOwner: boolean | null
  form: ReadForm
  relations: readonly Relation[]
}

interface Context {
  readonly asked: Asked
  readonly found: Partial<Findings>
  readonly problems: Set<KfrProblem>
  token: SeenToken | null
  /** How many institutions the answer names. */
  named?: number
  batch?: SeenBatch
  code?: KfrCode
  period?: { readonly from: string | null; readonly to: string | null }
}

export const { begin: beginContext, of: contextOf } = createContexts<Context>('the register')

/** What an earlier part must have found. */
export const need = <Name extends keyof Findings>(response: Response, name: Name): Findings[Name] =>
  foundBefore<Findings, Name>(contextOf(response).found, name)
