import type { Response } from 'express'
import { say } from '../http/traffic.ts'
import { contextOf } from './context.ts'
import { codeOf, type ProblemNumber, plainProblem, problemBody, problems, validationProblem } from './problems.ts'

/** Answers that say no. Each ends the request, and says to whoever watches why. */

const send = (response: Response, status: number, body: object) =>
  response.status(status).type('application/problem+json').send(JSON.stringify(body))

/** `why` for whoever watches; default: the sentence of the problem itself. */
export function refuse(response: Response, number: ProblemNumber, why?: string): void {
  const { status, detail } = problems[number]
  contextOf(response).refused = { number }
  say(response, `${codeOf(number)}: ${why ?? detail}`)
  send(response, status, problemBody(number, contextOf(response).trace))
}

export function refusePlainly(response: Response, status: number, detail: string): void {
  say(response, detail)
  send(response, status, plainProblem(status, contextOf(response).trace, detail))
}

export function refuseMembers(response: Response, errors: Readonly<Record<string, readonly string[]>>): void {
  const told = Object.entries(errors).map(([member, texts]) => `${member} ${texts.join(', ')}`)
  contextOf(response).refused = { members: Object.keys(errors) }
  say(response, `not valid: ${told.join('; ')}`)
  send(response, 400, validationProblem(errors, contextOf(response).trace))
}
