import type { OneOf } from '../enumerations.ts'
import type { Moment } from './moment.ts'

/** What a bank makes so that somebody can play a fixture. Everything in it is a proposal but what the title says. */
export interface Recipe {
  /** What it is, in a line. */
  readonly title: Said
  readonly kind: 'organisation' | 'person' | 'holderOfDNumber' | 'anybody' | 'agency'
  /** A debtor of the published konkursvarsel test set for whom Brreg sends the same notices (catalogue 6.3). */
  readonly published?: readonly string[]
  /** Oldest first; the first one is the opening, and its day is that of the ruling. */
  readonly notices: readonly { readonly type: NoticeType; readonly on: Moment }[]
  readonly accounts: readonly AccountRecipe[]
  /** What else there is to do. */
  readonly more?: readonly Said[]
  /** What a bank that is right then answers, where that is the point. */
  readonly answer?: Said
  /** Members of the fixture in the configuration; one with a question mark may be left out, `owner` stands for the owner's. */
  readonly keys: readonly string[]
}

export type Said = Readonly<Record<'nb' | 'en', string>>

export const noticeTypes = ['aapning', 'sletting', 'oppheving', 'avslutning'] as const
export type NoticeType = (typeof noticeTypes)[number]

const roles = ['owner', 'coOwner', 'disposer', 'guarantor', 'coBorrower'] as const
export type Role = (typeof roles)[number]

export interface AccountRecipe {
  readonly product: OneOf<'AccountType'>
  /** The party's; whoever is not the owner is something on the account of another customer. */
  readonly role: Role
  readonly closed?: Moment
  readonly reopened?: Moment
  readonly transferred?: Moment
  readonly manualBefore?: Moment
  /** Booked today, in whole units; null where the product has none or the account is gone; `any` where it does not matter. */
  readonly balance: { readonly amount: number; readonly currency: string } | 'any' | null
  /** In whole units too. */
  readonly blocked?: number
  readonly creditLine?: number
  readonly transactions: TransactionsRecipe
  readonly note?: Said
}

export interface TransactionsRecipe {
  /** Booked ones, at least so many. */
  readonly booked: number
  /** Not booked yet; none where it is left out. */
  readonly pending?: number
  /** Days of the first and the last, where they matter; somewhere in the period otherwise. */
  readonly from?: Moment
  readonly to?: Moment
}
