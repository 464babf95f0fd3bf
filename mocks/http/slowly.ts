import type { RequestHandler } from 'express'

/** Lets every request wait, `ms` milliseconds; 0 lets it pass at once. */
export const slowly =
  (ms: number): RequestHandler =>
  (_request, response, next) => {
    if (ms === 0) {
      next()
      return
    }
    const timer = setTimeout(next, ms)
    // Whoever hangs up is not waited for.
    response.once('close', () => clearTimeout(timer))
  }
