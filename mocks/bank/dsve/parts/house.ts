import type { Patience } from '../../../altinn-client/patience.ts'
import type { OpenStore, Store } from '../store.ts'

/** What is the same for everything that the bank does. */

/** All that was stored is there again (DSVE-018). */
export const reopen = (open: OpenStore): Store => open()

/** As itself, whoever operates its systems (DSVE-004). Organisation numbers, nine digits. */
export const sendsAs = (bank: string): string => bank

/** Temporary trouble passes (DSVE-023). */
export const patience = (usual: Patience): Patience => usual
