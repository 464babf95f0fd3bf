import type { RequestHandler, Response } from 'express'
import type { Failure } from '../../../contracts/konkursvarsel/stimuli.ts'
import { outOfService } from '../../http/site.ts'
import { slowly } from '../../http/slowly.ts'
import { recordNow, say } from '../../http/traffic.ts'
import { contextOf } from '../context.ts'
import type { Failing } from '../moods.ts'
import { contentType } from './send.ts'

/** Waits as long as it was ordered, before anything else. */
export const wait = (): RequestHandler => (request, response, next) =>
  slowly(contextOf(response).services.moods.delayMs())(request, response, next)

export const failOnOutage = (): RequestHandler => (request, response, next) => {
  const { moods, refuse } = contextOf(response).services
  outOfService(moods.outage, () => refuse(response, 503))(request, response, next)
}

export const failOnList = (): RequestHandler => (_request, response, next) =>
  failOr(response, contextOf(response).services.moods.fails('list'), next)

export const failOnDetail = (): RequestHandler => (_request, response, next) => {
  const { services, notice } = contextOf(response)
  failOr(response, services.moods.fails('detail', notice), next)
}

function failOr(response: Response, failing: Failing | null, next: () => void): void {
  if (failing === null) {
    next()
    return
  }
  say(response, `fails on purpose: ${failing.how}`)
  const { how } = failing
  if (how === 'hang') hang(response)
  else if (how === 'reset') {
    recordNow(response, 0)
    response.socket?.destroy()
  } else if (how === 'truncated') cutOff(response)
  else if (how === 'html') sendHtml(response)
  else refuse(response, how, failing)
}

function refuse(response: Response, how: Exclude<Failure, 'hang' | 'reset' | 'truncated' | 'html'>, failing: Failing) {
  const headers = failing.retryAfter === undefined ? {} : { 'Retry-After': String(failing.retryAfter) }
  contextOf(response).services.refuse(response, Number(how), headers)
}

function hang(response: Response): void {
  const { hanging } = contextOf(response).services
  hanging.add(response)
  response.once('close', () => hanging.delete(response))
  recordNow(response, 0)
}

/** The page of something that stands in front of a service. */
function sendHtml(response: Response): void {
  response
    .status(200)
    .setHeader('Content-Type', 'text/html;charset=UTF-8')
    .end('<!DOCTYPE html><html lang="nb"><title>Vedlikehold</title><h1>Vi er straks tilbake</h1></html>\n')
}

/** The length that was announced, half of the bytes, and then nothing more. */
function cutOff(response: Response): void {
  const whole = contextOf(response).body?.bytes ?? Buffer.alloc(0)
  response.status(200).set({ 'Content-Type': contentType, 'Content-Length': String(whole.length) })
  response.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => response.socket?.destroy())
}
