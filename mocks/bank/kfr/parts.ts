import { accountFor } from './parts/account-for.ts'
import { address } from './parts/address.ts'
import { afterAnswer } from './parts/after-answer.ts'
import { afterBatch } from './parts/after-batch.ts'
import { authorization } from './parts/authorization.ts'
import { besides } from './parts/besides.ts'
import { connect } from './parts/connect.ts'
import { decide } from './parts/decide.ts'
import { element } from './parts/element.ts'
import { entries } from './parts/entries.ts'
import { form } from './parts/form.ts'
import { grant } from './parts/grant.ts'
import { headers } from './parts/headers.ts'
import { isFresh } from './parts/is-fresh.ts'
import { isHeld } from './parts/is-held.ts'
import { list } from './parts/list.ts'
import { nextTask } from './parts/next-task.ts'
import { ownAddress } from './parts/own-address.ts'
import { pace } from './parts/pace.ts'
import { pauseAfter } from './parts/pause-after.ts'
import { readOwn } from './parts/read-own.ts'
import { relationsOf } from './parts/relations-of.ts'
import { split } from './parts/split.ts'

/** The conformant bank as reporter, in the order in which a report meets its parts. A fault replaces one of these. */
export const parts = {
  /** Whom the bank believes. */
  connect,
  /** What makes somebody a customer. */
  relationsOf,
  decide,
  nextTask,
  isHeld,
  pace,
  grant,
  isFresh,
  authorization,
  address,
  headers,
  afterAnswer,
  pauseAfter,
  /** What else the bank asks after a report. */
  besides,
  /** The first load: who stands in the file, as what, in how many files, and in which form they are sent. */
  entries,
  element,
  list,
  split,
  form,
  afterBatch,
  /** The comparison with the register. */
  accountFor,
  ownAddress,
  readOwn,
}

export type Parts = typeof parts
