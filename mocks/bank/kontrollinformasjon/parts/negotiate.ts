import type { Request, RequestHandler } from 'express'
import { type Context, contextOf, type Representation } from '../context.ts'
import { refusals } from '../refusal.ts'

/** What each environment can give, the first one to callers without a wish (catalogue 4.3). */
const offered: Readonly<Record<'test' | 'production', readonly Representation[]>> = {
  test: ['application/jose', 'application/json'],
  production: ['application/jose'],
}

interface RepresentationPolicy {
  /** What is given to a caller who may have what was chosen. */
  readonly given: (chosen: Representation, context: Context) => Representation
}

export const negotiate =
  ({ given }: RepresentationPolicy = { given: (chosen) => chosen }): RequestHandler =>
  (request, response, next) => {
    const context = contextOf(response)
    const { services, found } = context
    const representations = offered[services.environment]
    const chosen = chosenBy(request, representations)
    if (chosen === false) throw refusals.notAcceptable(representations)
    found.representation = given(chosen, context)
    next()
  }

/** Nothing has to be weighed for who names one form alone, as nearly all callers do. */
function chosenBy(request: Request, representations: readonly Representation[]): Representation | false {
  const named = representations.find((one) => one === request.headers.accept)
  return named ?? (request.accepts([...representations]) as Representation | false)
}
