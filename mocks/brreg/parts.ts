import type { RequestHandler } from 'express'
import { failOnDetail, failOnList, failOnOutage, wait } from './parts/fail.ts'
import { listEverything, listUpdated } from './parts/lists.ts'
import { negotiate, onlyGet, refusePath } from './parts/manners-of-http.ts'
import { readSince, readUuid } from './parts/read.ts'
import { requireAdmission, requireCertificate } from './parts/require.ts'
import { send } from './parts/send.ts'
import { showDetail, showRoot } from './parts/show.ts'

/** Brreg as it is to be. A fault replaces one of these. */
export const parts = {
  wait: wait(),
  failOnOutage: failOnOutage(),
  requireCertificate: requireCertificate(),
  requireAdmission: requireAdmission(),
  onlyGet: onlyGet(),
  negotiate: negotiate(),
  showRoot: showRoot(),
  listEverything: listEverything(),
  readSince: readSince(),
  listUpdated: listUpdated(),
  failOnList: failOnList(),
  readUuid: readUuid(),
  failOnDetail: failOnDetail(),
  showDetail: showDetail(),
  refusePath: refusePath(),
  send: send(),
} satisfies Record<string, RequestHandler>

export type Parts = Readonly<Record<keyof typeof parts, RequestHandler>>
