import type { Request, RequestHandler } from 'express'
import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'
import { contextOf, type Services } from '../context.ts'
import { defineFault } from '../fault.ts'
import { correlate } from '../parts/correlate.ts'
import { seal, sealPolicy } from '../parts/seal.ts'
import { refusals } from '../refusal.ts'
import { served } from './served.ts'

/** KI-REQ-020: the id of a case is the same in all its calls. */

const usual = correlate()
const duplicate = () => refusals.badRequest('The AccountInfoRequestID has been used')
const caseOf = (request: Request) => request.get('AccountInfoRequestID') ?? ''

/** What one bank has served, by whatever names it. */
function createMemory(): (services: Services) => Set<string> {
  const memories = new WeakMap<Services, Set<string>>()
  return (services) => {
    const memory = memories.get(services) ?? new Set()
    memories.set(services, memory)
    return memory
  }
}

/** Refuses an operation under the id of a case for which the list was served. */
const afterTheList = (operation: OperationName): RequestHandler => {
  const memoryOf = createMemory()
  return (request, response, next) => {
    const context = contextOf(response)
    const memory = memoryOf(context.services)
    if (context.operation === operation && memory.has(caseOf(request))) throw duplicate()
    if (context.operation === 'accounts')
      response.once('finish', () => {
        if (response.statusCode === 200) memory.add(caseOf(request))
      })
    return usual(request, response, next)
  }
}

/** Everything that was asked, as it was written, but what is new in every call. */
const questionOf = (request: Request) => {
  const changing = ['correlationid', 'authorization', 'connection']
  const headers = request.rawHeaders.filter((_, index, all) => {
    const name = all[index - (index % 2)] ?? ''
    return !changing.includes(name.toLowerCase())
  })
  return [request.originalUrl, ...headers].join('\n')
}

/** Noticed last of all, when the answer is ready: what is refused anyway is refused as usual. */
const answeredOnce = (operation: OperationName): RequestHandler => {
  const memoryOf = createMemory()
  return (request, response, next) =>
    seal({
      recipientKey: async (context) => {
        const key = await sealPolicy.recipientKey(context)
        if (context.operation !== operation) return key
        const memory = memoryOf(context.services)
        if (memory.has(questionOf(request))) throw duplicate()
        memory.add(questionOf(request))
        return key
      },
    })(request, response, next)
}

const onlyOnce = Object.entries(served).map(([name, operation]) =>
  defineFault({
    id: `answers-a-case-once-on-${name}`,
    story: `A question about the ${name} that comes again is taken for one that was sent twice by mistake.`,
    violates: ['KI-REQ-020'],
    replaces: { seal: answeredOnce(operation) },
  }),
)

const listOnly = (['details', 'transactions'] as const).map((name) =>
  defineFault({
    id: `takes-the-case-for-used-up-on-${name}`,
    story: `The id of the case is taken for that of one call, and the list has used it before the ${name} are asked.`,
    violates: ['KI-REQ-020', name === 'details' ? 'KI-URL-005' : 'KI-URL-006'],
    replaces: { correlate: afterTheList(served[name]) },
  }),
)

export const caseIdFaults = [...onlyOnce, ...listOnly]
