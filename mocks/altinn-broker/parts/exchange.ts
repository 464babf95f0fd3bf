import type { RequestHandler } from 'express'
import { say } from '../../http/traffic.ts'
import { need, type Site } from '../context.ts'
import { nameOf } from './entrance.ts'

/** A token of Maskinporten becomes one of Altinn (dsve.md 1.9). */
export const exchangeToken =
  ({ altinnTokens, clock, settings }: Site): RequestHandler =>
  async (_request, response) => {
    const caller = need(response, 'caller')
    say(response, `${nameOf(caller)} exchanges a token of Maskinporten for one of Altinn`)
    response.setHeader('Cache-Control', 'no-store').type('text/plain')
    response.send(await altinnTokens.exchange(caller, clock.now(), settings.exchangedTokenSeconds))
  }
