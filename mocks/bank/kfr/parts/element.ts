import type { Entry } from '../model.ts'

/** The number as it stands, and the day on which it began (KFRB-033, KFRB-041). */
export const element = ({ customer, since }: Entry): string => `${customer}#${since}`
