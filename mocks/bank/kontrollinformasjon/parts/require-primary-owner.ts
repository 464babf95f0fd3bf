import type { RequestHandler } from 'express'
import { contextOf } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

const name = 'OnlyPrimaryOwner'

interface PrimaryOwnerPolicy {
  /** How the parameter is called. */
  readonly name: string
  /** What to answer when it is missing; null goes on as if it were true. */
  readonly missing: (name: string) => Refusal | null
}

const primaryOwnerPolicy: PrimaryOwnerPolicy = {
  name,
  missing: (called) => refusals.badRequest(`The query parameter ${called} is missing`),
}

/** Konkurs allows TRUE only (catalogue 6.2); callers write it as `true` and as `TRUE` (F8). */
export const requirePrimaryOwner = (changes: Partial<PrimaryOwnerPolicy> = {}): RequestHandler => {
  const policy = { ...primaryOwnerPolicy, ...changes }
  return (_request, response, next) => {
    const { query } = contextOf(response)
    const value = query[policy.name]
    const refusal = value === undefined ? policy.missing(policy.name) : null
    if (refusal !== null) throw refusal
    if (value !== undefined && value !== 'true' && value !== 'TRUE')
      throw refusals.badRequest(`The query parameter ${name} must be true: this service delivers no other accounts`)
    next()
  }
}
