/**
 * What comes of reading something that a stranger sent. No reader throws, whatever it is handed: it says what it
 * refused, where, and how to mend it. No refusal repeats the content.
 */
export interface Refusal<Kind extends string = string> {
  readonly kind: Kind
  readonly what: string
  /** An entry of the archive, a line of the XML, a byte. */
  readonly where: string
  readonly remedy: string
}

export type Outcome<Value, Kind extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Kind> }

export const read = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

export const refuse = <Kind extends string>(
  kind: Kind,
  what: string,
  where: string,
  remedy: string,
): { readonly ok: false; readonly refusal: Refusal<Kind> } => ({ ok: false, refusal: { kind, what, where, remedy } })
