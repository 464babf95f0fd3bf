import type { Request } from 'express'
import { queryNames } from '../../../contracts/kfr/operations.ts'
import { contextOf } from '../context.ts'
import { queryOf } from '../parts/values.ts'
import { handlers } from '../parts.ts'
import { defineFaults, inside, isLookUp, rewriting, withRows } from './change.ts'
import { ownersOf } from './listing.ts'

/** KFRO-048 to KFRO-050: owners, and those who only dispose of something. */

const { listRelations } = handlers

/** Of some who ask for owners alone it is taken that they have not. */
const mistaking =
  (isMistaken: (request: Request) => boolean): typeof listRelations =>
  (site, inner) => {
    const usual = listRelations(site, inner)
    return (request, response, next) => {
      const { found } = contextOf(response)
      if (found.onlyPrimaryOwner === true && isMistaken(request)) found.onlyPrimaryOwner = false
      usual(request, response, next)
    }
  }

export const ownershipFaults = defineFaults({
  'shows-disponents': {
    story: 'onlyPrimaryOwner=true shows disponents as well.',
    violates: ['KFRO-048'],
    replaces: { listRelations: mistaking(() => true) },
  },
  'takes-TRUE-for-false': {
    story: 'onlyPrimaryOwner is compared with true, and whatever else it is means no.',
    violates: ['KFRO-048'],
    replaces: { listRelations: mistaking((request) => queryOf(request, queryNames.onlyPrimaryOwner) !== 'true') },
  },
  'tells-ownership-of-owners-alone': {
    story: 'ownershipType is there where owners are asked for, and nowhere else.',
    violates: ['KFRO-049'],
    replaces: {
      listRelations: (site, inner) => {
        const usual = listRelations(site, inner)
        const without = inside(listRelations, { row: (known) => inner.row({ ...known, withOwnership: false }) })
        const others = without(site, inner)
        return (request, response, next) =>
          (contextOf(response).found.onlyPrimaryOwner === false ? others : usual)(request, response, next)
      },
    },
  },
  'omits-ownership': {
    story: 'ownershipType is never there.',
    violates: ['KFRO-049'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        isLookUp(operation) ? withRows(leaving, ({ ownershipType: _type, ...row }) => row) : leaving,
      ),
    },
  },
  'owners-by-default': {
    story: 'Without onlyPrimaryOwner disponents are left out.',
    violates: ['KFRO-050'],
    replaces: {
      listRelations: (site, inner) => {
        const owners = listRelations({ ...site, kar: ownersOf(site) }, inner)
        const usual = listRelations(site, inner)
        return (request, response, next) => {
          const isAbsent = (contextOf(response).found.onlyPrimaryOwner ?? null) === null
          const isNew = contextOf(response).asked.version === '2.0'
          return (isAbsent && isNew ? owners : usual)(request, response, next)
        }
      },
    },
  },
})
