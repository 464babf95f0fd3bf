import type { RequestHandler } from 'express'
import { say } from '../../http/traffic.ts'
import { need, type Site } from '../context.ts'
import { detailsOf, overviewOf, statusOf, type Transfer } from '../transfer.ts'
import { nameOf } from './entrance.ts'
import { kindOf } from './transfer.ts'

/** What can be read of a transfer (dsve.md 1.7b). */

const show =
  (what: string, bodyOf: (transfer: Transfer) => object) =>
  (_site: Site): RequestHandler =>
  (_request, response) => {
    const transfer = need(response, 'transfer')
    say(response, `${nameOf(need(response, 'caller'))} reads ${what} of ${kindOf(transfer)}: ${statusOf(transfer)}`)
    response.json(bodyOf(transfer))
  }

export const showOverview = show('the overview', overviewOf)
export const showDetails = show('the details', detailsOf)
