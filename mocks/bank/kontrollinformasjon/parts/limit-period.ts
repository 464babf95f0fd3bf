import type { RequestHandler } from 'express'
import { minusMonths } from '../../../../contracts/calendar.ts'
import { monthsBeforeRuling } from '../../../../contracts/kontrollinformasjon/profile.ts'
import { contextOf, need } from '../context.ts'
import { refusals } from '../refusal.ts'

/** Not earlier than twelve calendar months before kjennelsesdato; that very day is allowed (catalogue 6.2, Q24). */
export const limitPeriod = (): RequestHandler => (_request, response, next) => {
  const context = contextOf(response)
  const kjennelsesdato = need(context, 'kjennelsesdato')
  if (kjennelsesdato !== null && need(context, 'period').from < minusMonths(kjennelsesdato, monthsBeforeRuling)) {
    throw refusals.badRequest(`fromDate lies more than ${monthsBeforeRuling} months before kjennelsesdato`)
  }
  next()
}
