import type { Reporter, Task } from '../model.ts'

/** Puts a question of its own to the register, with the bank's token. */
type Ask = (
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  headers: Readonly<Record<string, string>>,
) => Promise<unknown>

/** Nothing: who else has the customer is not the bank's to know (KFRB-007). */
export const besides = async (_reporter: Reporter, _task: Task, _ask: Ask): Promise<void> => undefined
