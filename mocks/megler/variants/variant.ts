import type { Draft } from '../parcel.ts'

/**
 * How a request may differ from the usual one: lawfully, or not (dsve.md 7 B and C). `lawful` says whether a bank has to
 * answer it as any other.
 */
export interface Variant {
  readonly story: string
  readonly lawful: boolean
  readonly change: (draft: Draft) => Draft
}

const textOf = ({ xml }: Draft) => (typeof xml === 'string' ? xml : Buffer.from(xml).toString())
export const declaration = /^<\?xml[^>]*\?>\s*/
export const withXml = (change: (xml: string) => string | Uint8Array) => (draft: Draft) => ({
  ...draft,
  xml: change(textOf(draft)),
})

export const lawful = (story: string, change: Variant['change']): Variant => ({ story, lawful: true, change })
export const broken = (story: string, change: Variant['change']): Variant => ({ story, lawful: false, change })
