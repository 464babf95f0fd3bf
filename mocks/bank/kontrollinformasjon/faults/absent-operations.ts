import type { RequestHandler } from 'express'
import { defineFault, type Fault } from '../fault.ts'
import { listTransactions } from '../parts/list-transactions.ts'
import { showAccount } from '../parts/show-account.ts'
import { Refusal, refusals } from '../refusal.ts'
import { isPersonal, where } from './where.ts'

/** KI-URL-005 and KI-URL-006: details and transactions that are not where OAS2 says. */

const absent =
  (refusal: () => Refusal): RequestHandler =>
  () => {
    throw refusal()
  }

const nowhere = absent(() => refusals.unknown('There is nothing at this path'))

interface Operation {
  readonly requirement: string
  readonly replaces: (broken: RequestHandler, ofPersonsOnly?: boolean) => Fault['replaces']
}

const operations: Readonly<Record<string, Operation>> = {
  details: {
    requirement: 'KI-URL-005',
    replaces: (broken, ofPersonsOnly) => ({
      showAccount: ofPersonsOnly ? where(isPersonal, broken, showAccount()) : broken,
    }),
  },
  transactions: {
    requirement: 'KI-URL-006',
    replaces: (broken, ofPersonsOnly) => ({
      listTransactions: ofPersonsOnly ? where(isPersonal, broken, listTransactions()) : broken,
    }),
  },
}

export const absentOperationFaults = Object.entries(operations).flatMap(([name, { requirement, replaces }]) => [
  defineFault({
    id: `has-no-${name}-at-their-path`,
    story: `Somebody found the path of the ${name} too short, and added a word to it.`,
    violates: [requirement],
    replaces: replaces(nowhere),
  }),
  defineFault({
    id: `has-no-${name}-of-persons`,
    story: `The ${name} of persons come from a system that was to be connected later.`,
    violates: [requirement, 'KI-ACC-008'],
    replaces: replaces(nowhere, true),
  }),
  defineFault({
    id: `breaks-on-${name}`,
    story: `The ${name} were built for another version of the core system, and break on this one.`,
    violates: [requirement],
    replaces: replaces(absent(refusals.technical)),
  }),
  defineFault({
    id: `sends-${name}-to-a-longer-path`,
    story: `Every account was to have one more word in its path, and callers of the ${name} are told to add it.`,
    violates: [requirement],
    replaces: replaces((request) => {
      throw new Refusal(308, 'ACC-099', 'This path is longer', {
        Location: `${request.originalUrl.split('?')[0]}/alle`,
      })
    }),
  }),
])
