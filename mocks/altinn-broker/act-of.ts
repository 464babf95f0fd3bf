import type { Act } from '../../contracts/altinn-broker/acts.ts'
import type { Context } from './context.ts'

/** `status` 0: the caller hung up before there was an answer. */
export function actOf(
  { operation, found: { caller, transfer, request }, refused, download, shown }: Context,
  { at, ...seen }: { readonly at: number; readonly status: number; readonly query?: string },
): Act {
  return {
    at: new Date(at).toISOString(),
    operation,
    party: caller?.party ?? null,
    vendor: caller?.vendor ?? null,
    client: caller?.client ?? null,
    fileTransferId: transfer?.id ?? null,
    ...seen,
    ...(request === undefined ? {} : { request }),
    ...(refused === undefined ? {} : { refused }),
    ...(download === undefined ? {} : { download }),
    ...(shown === undefined ? {} : { shown }),
  }
}
