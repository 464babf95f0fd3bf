import type { KfrOperation } from '../../../contracts/kfr/operations.ts'
import { contextOf } from '../context.ts'
import type { NamedFault } from '../fault.ts'
import type { InnerParts } from '../parts/inner.ts'
import type { Handler, Parts } from '../parts.ts'

/** How faults change parts: somewhere only, or what leaves the register at last. */

export const defineFaults = <F extends Readonly<Record<string, NamedFault>>>(faults: F): F => faults

/** The fault is met by some operations, and the others meet what is usual. */
export const at =
  (operations: readonly KfrOperation[], faulty: Handler, usual: Handler): Handler =>
  (site, inner) => {
    const [one, other] = [faulty(site, inner), usual(site, inner)]
    return (request, response, next) => {
      const { operation } = contextOf(response).asked
      const isMet = operation !== null && operations.includes(operation)
      return (isMet ? one : other)(request, response, next)
    }
  }

/** The part does what it always does, with something else inside. */
export const inside =
  (part: Handler, changes: Partial<InnerParts> | ((inner: InnerParts) => Partial<InnerParts>)): Handler =>
  (site, inner) =>
    part(site, { ...inner, ...(typeof changes === 'function' ? changes(inner) : changes) })

interface Leaving {
  readonly status: number
  readonly text: string
  readonly type?: string
}

type Change = (leaving: Leaving, operation: KfrOperation | null) => Leaving

/** Whatever leaves is changed. For `pass`, which everybody meets before there is an answer. */
export const rewriting =
  (change: Change): Parts['pass'] =>
  () =>
  (_request, response, next) => {
    const { end } = response
    response.end = function endOtherwise(this: typeof response, given?: unknown) {
      const { status, text, type } = change(
        { status: response.statusCode, text: typeof given === 'string' ? given : '' },
        contextOf(response).asked.operation,
      )
      response.statusCode = status
      if (type !== undefined) response.setHeader('Content-Type', type)
      return Reflect.apply(end, this, [text])
    } as typeof end
    next()
  }

/** JSON, with something else in it. */
export const withBody = (leaving: Leaving, change: (body: Readonly<Record<string, unknown>>) => object): Leaving =>
  leaving.text === '' ? leaving : { ...leaving, text: JSON.stringify(change(JSON.parse(leaving.text))) }

/** Every row of a list. */
export const withRows = (leaving: Leaving, change: (row: Readonly<Record<string, unknown>>) => object): Leaving =>
  leaving.status !== 200
    ? leaving
    : withBody(leaving, (body) =>
        Array.isArray(body.banks) ? { ...body, banks: body.banks.map((row) => change(row)) } : body,
      )

export const isLookUp = (operation: string | null) => operation === 'relationships'

export const reports = ['add', 'end', 'batch'] as const satisfies KfrOperation[]
export const all = ['add', 'end', 'batch', 'own', 'relationships', 'provider'] as const satisfies KfrOperation[]
