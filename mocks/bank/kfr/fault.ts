import type { Wrong } from '../fault.ts'
import type { Parts as KonkursParts } from '../konkursvarsel/parts.ts'
import type { Parts } from './parts.ts'

/** One thing that a bank gets wrong as reporter to the register. */
export interface KfrFault extends Wrong<Parts> {
  /** What it does where the bank follows konkursvarsler. */
  readonly inKonkursvarsel?: Partial<KonkursParts>
}

export const defineFault = (fault: KfrFault): KfrFault => fault
