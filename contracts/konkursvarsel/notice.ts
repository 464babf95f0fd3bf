import type { FixtureName } from '../fixtures.ts'

/** A notice as the harness has Brreg publish it. Debtors are named, and their numbers never travel in a control call. */
export interface NoticeOrder {
  /** A UUID that follows from the run and the notice's name, so that `--only` changes none. */
  readonly uuid: string
  /** The fixture that plays the debtor; `nobody` is a number that no customer has, another one for each uuid. */
  readonly debtor: FixtureName | 'nobody'
  /** One of `noticeTypes`, or a word that no document knows. */
  readonly type: string
  /** `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'`: the registration, and not the publication (catalogue, section 5). */
  readonly registreringstidspunkt: string
  /** `yyyy-MM-dd`; left out where it is tried that it is absent. */
  readonly kjennelsesdato?: string
  /** `konkursgrunnlag`, `avviklingskode`, `avslutningskode`, `innstillingsdato` and whatever else the detail shall hold. */
  readonly detail?: Readonly<Record<string, unknown>>
  /** Units that the detail names beside a personal debtor. */
  readonly linked?: readonly { readonly fixture: FixtureName; readonly organisasjonsform: 'ENK' | 'TVAM' }[]
  /** The estate's own unit. */
  readonly konkursbo?: FixtureName
  /** Whose name the detail gives to the debtor: a customer's, where it is tried that names decide nothing. */
  readonly namedLike?: FixtureName
  /** Members that the list item and the detail have besides, or in place of the usual ones. */
  readonly extra?: Readonly<Record<string, unknown>>
  /** Members that the list item and the detail lack. */
  readonly without?: readonly string[]
  /** From when on it is listed, ISO 8601. Default: at once. */
  readonly shownFrom?: string
}

export interface Publication {
  readonly notices: readonly NoticeOrder[]
  /** So many further openings of nobody, spread evenly over the time between. */
  readonly filler?: { readonly count: number; readonly from: string; readonly to: string }
  /** The fifteen notices of the published test set as well (catalogue, section 9). */
  readonly published?: true
}
