import type { Doors } from '../../kit/ask/doors.ts'
import { provokeErrors } from '../errors/provoke.ts'
import { onEachOperation } from '../operations.ts'

/** Errors of every status that can be had, and on each operation one before and one after the token is believed. */
export async function provokeErrorsEverywhere(doors: Doors): Promise<void> {
  await onEachOperation(doors, 'P1', async (operation) => {
    await doors.ask(operation, { token: null })
    await doors.ask(operation, { headers: { 'Legal-Mandate': null } })
  })
  await provokeErrors(doors)
}
