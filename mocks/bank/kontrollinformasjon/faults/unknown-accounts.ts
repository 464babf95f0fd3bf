import type { RequestHandler } from 'express'
import { contextOf } from '../context.ts'
import { defineFault, type Fault } from '../fault.ts'
import { findAccount } from '../parts/find-account.ts'
import { listAccounts } from '../parts/list-accounts.ts'
import { showAccount } from '../parts/show-account.ts'
import { Refusal, refusals } from '../refusal.ts'
import { on, where } from './where.ts'

/** KI-ERR-006 and KI-ERR-008: who and what the bank does not know. */

const onDetails = (faulty: RequestHandler): Fault['replaces'] => ({
  findAccount: where(on('details'), faulty, findAccount()),
})

const answering = (unknown: () => Refusal) => onDetails(findAccount({ unknown }))

const nil = /^0{8}-/

/** A reference that looks like one is looked up in the archive; the one of zeros that testers use is not. */
const breakingOnLikelyOnes: RequestHandler = (request, response, next) =>
  findAccount({
    unknown: () =>
      nil.test(String(request.params.accountReference))
        ? refusals.unknown('There is no account with this accountReference')
        : refusals.technical(),
  })(request, response, next)

/** Nothing is found, and the answer goes on without it. */
const goingOn: RequestHandler = (request, response, next) => {
  const { world } = contextOf(response).services
  const [first] = world.accounts
  const isKnown = world.accounts.some(({ reference }) => reference === request.params.accountReference)
  if (isKnown || first === undefined) findAccount()(request, response, next)
  else {
    contextOf(response).found.debtor = first.owner
    next()
  }
}

const emptyDetails: RequestHandler = (request, response, next) => {
  const { found } = contextOf(response)
  if (found.account !== undefined) showAccount()(request, response, next)
  else {
    found.withheld = 'Kontoen finnes ikke'
    found.body = { account: null }
    next()
  }
}

const takingTheFirst: RequestHandler = (request, response, next) => {
  const { world } = contextOf(response).services
  const wanted = request.params.accountReference
  const account = world.accounts.find(({ reference }) => reference === wanted) ?? world.accounts[0]
  request.params.accountReference = account?.reference ?? ''
  return findAccount()(request, response, next)
}

export const unknownAccountFaults = [
  defineFault({
    id: 'answers-unknown-accounts-with-nothing',
    story: 'A query that finds nothing is no error, so the answer is a 200 without an account.',
    violates: ['KI-ERR-006'],
    replaces: { ...onDetails(goingOn), showAccount: emptyDetails },
  }),
  defineFault({
    id: 'shows-another-account-for-an-unknown-one',
    story: 'The index gives the nearest reference, and nobody looks whether it is the one that was asked for.',
    violates: ['KI-ERR-006'],
    replaces: onDetails(takingTheFirst),
  }),
  defineFault({
    id: 'breaks-on-unknown-accounts',
    story: 'A query that finds nothing gives null, and nobody thought of null.',
    violates: ['KI-ERR-006'],
    replaces: answering(refusals.technical),
  }),
  defineFault({
    id: 'breaks-on-unknown-accounts-of-the-right-form',
    story: 'A reference of the right form is looked up in the archive as well, which fails when it finds nothing.',
    violates: ['KI-ERR-006'],
    replaces: onDetails(breakingOnLikelyOnes),
  }),
  defineFault({
    id: 'forbids-unknown-accounts',
    story: 'Whether a reference is the caller’s own is asked first, and nobody owns an unknown one.',
    violates: ['KI-ERR-006'],
    replaces: answering(() => refusals.forbidden('The consumer may not read this account')),
  }),
  defineFault({
    id: 'pairs-404-with-acc-010',
    story: 'Somebody took the code of the next line in the table for an unknown account.',
    violates: ['KI-ERR-006', 'KI-ERR-004'],
    replaces: answering(() => new Refusal(404, 'ACC-010', 'There is no account with this accountReference')),
  }),
  defineFault({
    id: 'does-not-find-parties-without-accounts',
    story: 'A party that the register of customers does not have is a resource that does not exist.',
    violates: ['KI-ERR-008', 'KI-KON-038'],
    replaces: {
      listAccounts: listAccounts({
        select: (accounts, { services: { world }, found }) => {
          const isKnown = world.accounts.some(
            ({ owner, others }) => owner === found.debtor || others.some(({ party }) => party === found.debtor),
          )
          if (!isKnown) throw refusals.unknown('There is no such party')
          return accounts
        },
      }),
    },
  }),
]
