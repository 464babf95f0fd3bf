import { queryNames } from '../../../contracts/kfr/operations.ts'
import { contextOf, need } from '../context.ts'
import { queryOf } from '../parts/values.ts'
import { handlers } from '../parts.ts'
import { at, defineFaults, rewriting } from './change.ts'
import { takingAnyPeriod } from './periods.ts'

/** KFRO-037 to KFRO-040: what the own institution is shown. */

const { listRelations, readPeriod } = handlers

export const ownFaults = defineFaults({
  'shows-all-institutions': {
    story: 'The own look-up shows whoever has the customer.',
    violates: ['KFRO-037'],
    replaces: { listOwn: (site, inner) => listRelations({ ...site, kar: { ...site.kar, find: () => [] } }, inner) },
  },
  'unknown-is-404': {
    story: 'A customer whom the own look-up does not know is answered 404.',
    violates: ['KFRO-038'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        operation === 'own' && leaving.status === 200 && leaving.text.includes('"banks":[]')
          ? {
              ...leaving,
              status: 404,
              text: '{"errorCode":"KFR-008","errorMessage":"Customer relationship not found","timestamp":"2026-01-01T00:00:00Z"}',
            }
          : leaving,
      ),
    },
  },
  'own-takes-any-period': {
    story: 'Dates of the own look-up that are none, or stand in the wrong order, are those of today.',
    violates: ['KFRO-039'],
    replaces: { readPeriod: at(['own'], takingAnyPeriod, readPeriod) },
  },
  'own-shows-history': {
    story: 'Without dates the own look-up shows whatever has been.',
    violates: ['KFRO-040'],
    replaces: {
      readPeriod: at(
        ['own'],
        (site) => {
          const usual = readPeriod(site)
          return (request, response, next) =>
            usual(request, response, () => {
              const { from } = need(response, 'period')
              const isDefault = queryOf(request, queryNames.from) === undefined
              contextOf(response).found.period = {
                from: isDefault ? ('1900-01-01' as typeof from) : from,
                to: need(response, 'period').to,
              }
              next()
            })
        },
        readPeriod,
      ),
    },
  },
})
