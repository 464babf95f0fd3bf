import { afterFailure } from './parts/after-failure.ts'
import { chooseWatermark, startAt } from './parts/choose-watermark.ts'
import { connect } from './parts/connect.ts'
import { decide } from './parts/decide.ts'
import { decode } from './parts/decode.ts'
import { detailUrl } from './parts/detail-url.ts'
import { fetchDetail } from './parts/fetch-detail.ts'
import { fetchList } from './parts/fetch-list.ts'
import { filterKnown } from './parts/filter-known.ts'
import { handleNewAccount } from './parts/handle-new-account.ts'
import { inOrder } from './parts/in-order.ts'
import { isUsable } from './parts/is-usable.ts'
import { listPath } from './parts/list-path.ts'
import { lock } from './parts/lock.ts'
import { match } from './parts/match.ts'
import { moveWatermark } from './parts/move-watermark.ts'
import { pollEvery } from './parts/poll-every.ts'
import { readUnits } from './parts/read-units.ts'
import { record } from './parts/record.ts'
import { recover } from './parts/recover.ts'
import { reopen } from './parts/reopen.ts'
import { reportToKfr } from './parts/report-to-kfr.ts'

/** The conformant bank as Brreg's client, in the order in which a poll meets its parts. A fault replaces one of these. */
export const parts = {
  /** As whom the bank calls, and whom it believes. */
  connect,
  /** What a start finds of an earlier life. */
  recover,
  pollEvery,
  startAt,
  chooseWatermark,
  listPath,
  fetchList,
  decode,
  inOrder,
  filterKnown,
  match,
  detailUrl,
  fetchDetail,
  readUnits,
  decide,
  lock,
  reopen,
  reportToKfr,
  record,
  moveWatermark,
  /** How long Brreg is left alone after a failure. */
  afterFailure,
  handleNewAccount,
  /** What the systems for payments make of the books. */
  isUsable,
}

export type Parts = typeof parts
