import type { KeyObject } from 'node:crypto'
import type { Request, Response } from 'express'
import type { IsoDate } from '../../../contracts/calendar.ts'
import type { OperationName } from '../../../contracts/kontrollinformasjon/operations.ts'
import { createContexts, foundBefore } from '../../http/context.ts'
import type { Agreement } from '../world/agreements.ts'
import type { Account, World } from '../world/model.ts'
import type { Recipients } from './certpub/recipients.ts'
import type { Cursors } from './cursors.ts'
import type { Outgoing } from './outgoing.ts'
import type { Period } from './period.ts'
import type { Claims } from './token/claims.ts'
import type { IssuerKeys } from './token/keys.ts'

/** What a bank has besides its parts. */
export interface Services {
  readonly world: World
  /** The base URL as registered, which is what `aud` must be. */
  readonly audience: string
  readonly environment: 'test' | 'production'
  readonly keys: IssuerKeys
  /** Of the Maskinporten of the other environment, whose address every bank knows too; nobody asks for them lawfully. */
  readonly otherKeys: IssuerKeys
  /** Calls whom it is told to, which only a fault does. */
  readonly outgoing: Pick<Outgoing, 'get'>
  readonly recipients: Recipients
  readonly locatorUrl: string
  /** Of Brønnøysundregistrene, sent by mail once; nobody uses it lawfully. */
  readonly keyByHand: KeyObject | null
  readonly cursors: Cursors
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export type Representation = 'application/jose' | 'application/json'

/** What the parts have found out about one request, in the order in which they met it. */
interface Findings {
  claims: Claims
  /** Nine digits, from the token. */
  consumer: string
  /** The service that the consumer's mandate opens. */
  agreement: Agreement
  debtor: string
  kjennelsesdato: IsoDate | null
  period: Period
  account: Account
  /** Which page of the answer this is, from 1. */
  page: number
  /** Why data that exist are not in the body; unset when everything is there. */
  withheld: string
  body: object
  representation: Representation
}

export interface Context {
  readonly services: Services
  /** As Express reads it, which it does again whenever the request is asked. */
  readonly query: Request['query']
  /** Null until the router knows, and on a path that is no operation. */
  operation: OperationName | null
  readonly found: Partial<Findings>
}

const contexts = createContexts<Context>('the bank')

export const beginContext = ({ query }: Request, response: Response, services: Services): void =>
  contexts.begin(response, { services, query, operation: null, found: {} })

export const contextOf = contexts.of

/** What an earlier part must have found. */
export const need = <Name extends keyof Findings>({ found }: Context, name: Name): Findings[Name] =>
  foundBefore<Findings, Name>(found, name)
