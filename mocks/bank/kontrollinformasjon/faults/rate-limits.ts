import { contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { showAccount } from '../parts/show-account.ts'
import { write } from '../write.ts'

/** KI-ERR-001 and KI-ERR-002: a rate limit is lawful, and what announces it is an error like others. */

/** Banks that have refused one call already. */
const limited = new WeakSet<object>()

export const rateLimitFaults = [
  defineFault({
    id: 'limits-the-rate-with-a-page',
    story: 'The gateway counts calls, and says in words for people that there were too many.',
    violates: ['KI-ERR-001', 'KI-ERR-002'],
    replaces: {
      showAccount: (request, response, next) => {
        const { services } = contextOf(response)
        if (limited.has(services)) return showAccount()(request, response, next)
        limited.add(services)
        return write(response, 429, 'text/html', '<h1>Too many requests</h1>', { 'Retry-After': '0' })
      },
    },
  }),
]
