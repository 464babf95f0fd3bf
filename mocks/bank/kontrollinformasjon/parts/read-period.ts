import type { RequestHandler } from 'express'
import { type IsoDate, parseIsoDate } from '../../../../contracts/calendar.ts'
import { contextOf } from '../context.ts'
import { refusals } from '../refusal.ts'

/** Dates that exist, in order, none after today. One that is missing is today (F7, KI-REQ-017). */
export const readPeriod = (): RequestHandler => (_request, response, next) => {
  const context = contextOf(response)
  const { query } = context
  const today = context.services.world.day
  const from = dateIn(query, 'fromDate') ?? today
  const to = dateIn(query, 'toDate') ?? today
  if (to > today) throw refusals.badRequest('toDate lies in the future')
  if (from > to) throw refusals.badRequest('fromDate lies after toDate')
  context.found.period = { from, to }
  next()
}

function dateIn(query: Readonly<Record<string, unknown>>, name: string): IsoDate | undefined {
  if (query[name] === undefined) return undefined
  const date = parseIsoDate(query[name])
  if (!date.ok) throw refusals.badRequest(`${name} must be ${date.error.expected}`)
  return date.value
}
