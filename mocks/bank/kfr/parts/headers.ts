import { headerNames } from '../../../../contracts/kfr/operations.ts'
import type { Task } from '../model.ts'

/** Of one report; each has an id of its own, and keeps it when it is sent again (KFRB-009, KFRB-010, KFRB-012). */
export const headers = ({ customer, correlationId }: Task): Readonly<Record<string, string>> => ({
  [headerNames.customer]: customer,
  [headerNames.correlation]: correlationId,
})
