import { relationshipType } from '../operations.ts'

/** The form in which a batch is sent (catalogue, section 3), as bytes: what parsers forgive stands in them alone. */

export const partNames = { type: 'customer_type', customers: 'customers' } as const

export type Boundary =
  | { readonly is: 'bare' | 'quoted'; readonly text: string }
  /** `multipart/form-data` without a usable boundary, or another type altogether. */
  | { readonly is: 'missing' | 'other-type' }

/** RFC 2046, 5.1.1: seventy characters, no blank at the end. */
const bcharacters = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/

export function boundaryIn(contentType: string | undefined): Boundary {
  const [type = '', ...parameters] = (contentType ?? '').split(';')
  if (type.trim().toLowerCase() !== 'multipart/form-data') return { is: 'other-type' }
  const found = parameters.map((parameter) => /^\s*boundary=(.*)$/is.exec(parameter)?.[1]?.trim()).find(Boolean) ?? ''
  const quoted = /^"(.*)"$/s.exec(found)?.[1]
  const text = quoted ?? found
  if (!bcharacters.test(text)) return { is: 'missing' }
  return { is: quoted === undefined ? 'bare' : 'quoted', text }
}

export const opening = (boundary: string): Buffer => Buffer.from(`--${boundary}`, 'latin1')
export const closing = (boundary: string): Buffer => Buffer.from(`--${boundary}--`, 'latin1')

/** Of a body, to see how it begins: an opening of the longest boundary, and line ends before it. */
export const headBytes = 128

/**
 * Whether a body begins with the boundary of its header. Line ends may stand before it: they are a preamble, which multipart
 * allows (RFC 2046, 5.1.1). `first`: its first `headBytes`, or the whole body.
 */
export const beginsWith = (boundary: string, first: Uint8Array): boolean =>
  Buffer.from(first.subarray(0, headBytes))
    .toString('latin1')
    .replace(/^[\r\n]+/, '')
    .startsWith(opening(boundary).toString('latin1'))

/** Whether it ends with the closing delimiter; line ends and blanks after it are passed over. `last`: its last bytes, at least 200. */
export function endsWith(boundary: string, last: Uint8Array): boolean {
  const text = Buffer.from(last).toString('latin1').trimEnd()
  return text.endsWith(closing(boundary).toString('latin1'))
}

export interface Form {
  /** Of the request. */
  readonly contentType: string
  readonly body: Buffer
}

export interface FormOptions {
  /** The list as it is to stand there. */
  readonly list: string
  readonly boundary?: string
  readonly type?: string
  readonly fileName?: string
}

/** A lawful form. Whoever needs an unlawful one changes its bytes or its header. */
export function writeForm({
  list,
  boundary = '873380600719114776488945',
  type = relationshipType,
  fileName = 'customers.csv',
}: FormOptions): Form {
  const lines = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${partNames.type}"`,
    '',
    type,
    `--${boundary}`,
    `Content-Disposition: form-data; name="${partNames.customers}"; filename="${fileName}"`,
    'Content-Type: text/plain',
    '',
    list,
    `--${boundary}--`,
    '',
  ]
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.from(lines.join('\r\n')) }
}
