import { canReceive } from './parts/can-receive.ts'
import { chooseDates } from './parts/choose-dates.ts'
import { confirm } from './parts/confirm.ts'
import { deliver } from './parts/deliver.ts'
import { download } from './parts/download.ts'
import { findEiendommer, findLaan } from './parts/find.ts'
import { heeds } from './parts/heeds.ts'
import { patience, reopen, sendsAs } from './parts/house.ts'
import { inOrder } from './parts/in-order.ts'
import { answersTo, isOurs } from './parts/is-ours.ts'
import { keyOf } from './parts/key-of.ts'
import { objection } from './parts/objection.ts'
import { openRequest } from './parts/open-request.ts'
import { recipientOf } from './parts/recipient-of.ts'
import { scopeOf } from './parts/scope-of.ts'
import { overviewOf, search, searchQuery } from './parts/search.ts'
import { initialise, transferRequest, upload } from './parts/send.ts'
import { situation } from './parts/situation.ts'
import { take } from './parts/take.ts'
import { tellEiendommer, tellLock } from './parts/tell-eiendommer.ts'
import { tellCommon, tellInnfrielse, tellSaldo } from './parts/tell-laan.ts'
import { caseReference, tellAvsender, tellMottaker } from './parts/tell-parties.ts'
import { fill, label, shape, spell } from './parts/write.ts'

/** The conformant bank that is asked through the broker, in the order in which a request meets its parts. A fault replaces one. */
export const parts = {
  /** What an earlier life has left. */
  reopen,
  /** As which party it sends. */
  sendsAs,
  patience,
  /** What a token is asked for. */
  scopeOf,
  searchQuery,
  search,
  /** Which events are about something that is to be fetched. */
  heeds,
  keyOf,
  overviewOf,
  isOurs,
  take,
  download,
  confirm,
  answersTo,
  inOrder,
  openRequest,
  objection,
  findEiendommer,
  findLaan,
  situation,
  chooseDates,
  tellCommon,
  tellSaldo,
  tellInnfrielse,
  tellEiendommer,
  tellLock,
  tellAvsender,
  tellMottaker,
  caseReference,
  shape,
  spell,
  fill,
  recipientOf,
  label,
  canReceive,
  deliver,
  transferRequest,
  initialise,
  upload,
}

export type Parts = typeof parts
