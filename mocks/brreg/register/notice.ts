import type { NoticeOrder } from '../../../contracts/konkursvarsel/notice.ts'

/** A notice in the register, with the debtors' numbers in it. */
export interface Notice {
  readonly uuid: string
  /** Milliseconds since 1970. */
  readonly registered: number
  /** From when on it is listed; milliseconds since 1970. */
  readonly shownFrom: number
  readonly order: NoticeOrder
  readonly debtor: Known
  readonly linked: readonly (Known & { readonly organisasjonsform: 'ENK' | 'TVAM' })[]
  readonly konkursbo: Known | null
}

export interface Known {
  readonly id: string
  readonly name: string
}
