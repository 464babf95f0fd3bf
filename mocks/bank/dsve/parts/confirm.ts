import { insist, isConfirmedAlready, problemOf } from '../../../altinn-client/calls.ts'
import type { Client } from '../model.ts'

/** 200 and 204 both say yes, with or without a body (DSVE-020); number 10 says that it was done before (DSVE-021). */
export async function confirm({ calls }: Client, id: string): Promise<void> {
  const answer = await insist('the bank confirmed', calls.confirm(id), 200, 204, 400)
  if (answer.status === 400 && !isConfirmedAlready(answer)) throw new Error(`confirm: ${problemOf(answer)}`)
}
