import { createOutgoing, type Outgoing } from '../../../http/outgoing.ts'

/** Over TLS, and only to whom the roots vouch for (KFRB-008). */
export const connect = (trust: readonly string[]): Outgoing => createOutgoing({ trust })
