import { defineFault } from '../fault.ts'
import { ownAddress } from '../parts/own-address.ts'
import { readOwn } from '../parts/read-own.ts'

/** KFRB-044 to KFRB-046: the comparison with the register. */

export const comparisonFaults = [
  defineFault({
    id: 'mends-no-difference',
    story: 'What differs goes into a report that is printed once a month.',
    violates: [],
    tolerates: ['KFRB-044'],
    replaces: { accountFor: () => null },
  }),
  defineFault({
    id: 'leaves-the-last-slash-out',
    story: 'Addresses end without a slash everywhere else.',
    violates: ['KFRB-045'],
    tolerates: ['KFRB-044'],
    replaces: { ownAddress: (settings, day) => ownAddress(settings, day).replace('/?', '?') },
  }),
  defineFault({
    id: 'knows-every-member-of-an-answer',
    story: 'The schema is closed, and an answer with more in it is no answer.',
    violates: ['KFRB-046'],
    replaces: {
      readOwn(body) {
        const members = Object.keys(JSON.parse(body.toString()))
        return members.some((member) => member !== 'banks') ? true : readOwn(body)
      },
    },
  }),
]
