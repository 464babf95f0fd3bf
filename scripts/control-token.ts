import { randomUUID } from 'node:crypto'

/** A secret for one run of a process. */
export const newControlToken = () => randomUUID() + randomUUID()
