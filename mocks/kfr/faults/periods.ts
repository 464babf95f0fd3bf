import { parseIsoDate } from '../../../contracts/calendar.ts'
import { queryNames } from '../../../contracts/kfr/operations.ts'
import { contextOf } from '../context.ts'
import { innerParts } from '../parts/inner.ts'
import { queryOf, readPeriod } from '../parts/values.ts'
import type { Parts } from '../parts.ts'

/** Periods that are read otherwise. */

/** A period that is none is that of today. */
export const takingAnyPeriod: Parts['readPeriod'] = (site) => {
  return (request, response, next) => {
    const dayIn = (name: string) => {
      const read = parseIsoDate(queryOf(request, name))
      return read.ok ? read.value : site.today()
    }
    const [from, to] = [dayIn(queryNames.from), dayIn(queryNames.to)]
    contextOf(response).found.period = { from, to: to < from ? from : to }
    next()
  }
}

/** Without a date, that of today, as in 1.1.2. */
export const withoutDate =
  (name: string): Parts['readPeriod'] =>
  (site) => {
    const [usual, lenient] = [readPeriod(site), takingAnyPeriod(site, innerParts)]
    return (request, response, next) =>
      (queryOf(request, name) === undefined ? lenient : usual)(request, response, next)
  }
