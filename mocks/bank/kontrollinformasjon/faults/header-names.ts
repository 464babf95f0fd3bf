import type { Request } from 'express'
import { defineFault, type Fault } from '../fault.ts'
import { correlate } from '../parts/correlate.ts'
import { refusals } from '../refusal.ts'
import { refusing } from './demanding.ts'
import { served } from './served.ts'

/** KI-REQ-013: header names are matched without regard to case. */

/** Whether a header came by a name that is not written as somebody expects it. */
const isMiswritten =
  (name: string, ...accepted: readonly string[]) =>
  ({ rawHeaders }: Request) =>
    rawHeaders.some(
      (written, index) =>
        index % 2 === 0 && written.toLowerCase() === name.toLowerCase() && !accepted.includes(written),
    )

interface Spelling {
  readonly header: string
  readonly on: keyof typeof served
}

const exact: readonly Spelling[] = [
  { header: 'AccountInfoRequestID', on: 'details' },
  { header: 'CorrelationID', on: 'transactions' },
  { header: 'Legal-Mandate', on: 'list' },
  { header: 'PartyID', on: 'list' },
]

const refuse = (name: string) => () => refusals.badRequest(`The header ${name} is missing`)

const inFront = (header: string, on: keyof typeof served, accepted: readonly string[]): Fault['replaces'] => ({
  correlate: refusing(
    (request, { operation }) => operation === served[on] && isMiswritten(header, ...accepted)(request),
    refuse(header),
    correlate(),
  ),
})

export const headerNameFaults = [
  ...exact.map(({ header, on }) =>
    defineFault({
      id: `knows-${header.toLowerCase()}-by-one-spelling-on-${on}`,
      story: `The headers of the ${on} are copied into a map, in which ${header} has one spelling.`,
      violates: ['KI-REQ-013'],
      replaces: inFront(header, on, [header]),
    }),
  ),
  defineFault({
    id: 'knows-correlationid-by-two-spellings-on-list',
    story: 'Since HTTP/2 names arrive in small letters, so somebody added that spelling beside the documented one.',
    violates: ['KI-REQ-013'],
    replaces: inFront('CorrelationID', 'list', ['CorrelationID', 'correlationid']),
  }),
]
