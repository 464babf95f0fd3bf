import { type FormOptions, writeForm } from '../../contracts/kfr/batch/multipart.ts'
import { publishedForm } from '../../contracts/kfr/batch/published.ts'
import { headerNames, paths, scopes } from '../../contracts/kfr/operations.ts'
import type { Request } from '../kit/ask/request.ts'
import { type Calls, tokenFor } from './calls.ts'

/** Batches as they go out. What is recorded of one describes it, and names no customer. */

export interface BatchOptions extends FormOptions {
  /** Told of it in the evidence; two batches of one run differ in it. */
  readonly told: string
  /** What stands in the header instead of the lawful type. */
  readonly contentType?: string
  /** What becomes of the lawful body. */
  readonly damage?: (body: string) => string
}

export function batchOf(calls: Calls, { told, contentType, damage = same, ...form }: BatchOptions): Request {
  const written = () => writeForm(form)
  return batchRequest(calls, told, contentType ?? contentTypeOf(form), () => damage(textOf(written().body)))
}

/** The example of the FAQ, byte by byte. */
export const publishedBatch = (calls: Calls): Request =>
  batchRequest(calls, 'the example of the FAQ', publishedForm.contentType, () => textOf(publishedForm.body))

const same = (body: string) => body

/** All of it is ASCII, so that a text is as good as its bytes. */
const textOf = (body: Buffer) => body.toString('latin1')

const contentTypeOf = (form: FormOptions) => writeForm({ ...form, list: '' }).contentType

function batchRequest(calls: Calls, told: string, contentType: string, sends: () => string): Request {
  const own = calls.organisationOf('reporter')
  return {
    method: 'POST',
    path: paths.batch(own),
    query: {},
    headers: { 'Content-Type': contentType },
    token: tokenFor(own, scopes.write),
    body: `{batch: ${told}}`,
    sends,
    invents: { [headerNames.correlation]: 'per-exchange' },
  }
}
