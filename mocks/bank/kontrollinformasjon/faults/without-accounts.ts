import { type Context, contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { negotiate } from '../parts/negotiate.ts'
import { refusals } from '../refusal.ts'
import { refusing } from './demanding.ts'

/** KI-ERR-008 and KI-URL-008: customers of whom nothing is to be listed, which is not the same as being none (P6 to P9). */

const labels = ['P6', 'P7', 'P8', 'P9']

const hasNothingToList = ({ operation, found, services }: Context): boolean =>
  operation === 'accounts' &&
  services.world.parties.some(({ id, label }) => id === found.debtor && labels.includes(label))

export const withoutAccountsFaults = [
  defineFault({
    id: 'does-not-find-customers-without-accounts-of-their-own',
    story: 'Who owns no account is looked up among the owners, and is not there.',
    violates: ['KI-ERR-008'],
    replaces: {
      negotiate: refusing(
        (_request, context) => hasNothingToList(context),
        () => refusals.unknown('There is no such customer'),
        negotiate(),
      ),
    },
  }),
  defineFault({
    id: 'answers-204-for-customers-without-accounts-of-their-own',
    story: 'A customer without accounts takes another way through the code, where nothing is 204.',
    violates: ['KI-URL-008'],
    replaces: {
      negotiate: (request, response, next) => {
        if (hasNothingToList(contextOf(response))) response.writeHead(204).end()
        else negotiate()(request, response, next)
      },
    },
  }),
]
