import type { RequestHandler } from 'express'
import { say } from '../../http/traffic.ts'
import { current, need, type Site } from '../context.ts'
import { confirm, isRefused } from '../lifecycle.ts'
import { refuse } from '../refuse.ts'
import { nameOf } from './entrance.ts'
import { kindOf } from './transfer.ts'

/** The recipient has the file safely (dsve.md 1.6). The broker knows only that a download was begun. */
export const confirmDownload =
  (site: Site): RequestHandler =>
  (_request, response) => {
    const { clock, office, settings } = site
    const caller = need(response, 'caller')
    const transfer = current(site, need(response, 'transfer'))
    const grace = settings.resources[transfer.asked.resourceId]?.purgeGraceMs ?? 0
    const outcome = confirm(transfer, caller.party, clock.now(), grace)
    if (isRefused(outcome)) {
      refuse(response, outcome.refused)
      return
    }
    if (outcome.transfer !== transfer) office.record(outcome)
    say(response, `${nameOf(caller)} confirms ${kindOf(transfer)}`)
    response.status(settings.confirmStatus).end()
  }
