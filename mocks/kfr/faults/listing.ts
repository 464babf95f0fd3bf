import { relationsBody } from '../../../contracts/kfr/wire.ts'
import { contextOf, need, type Site } from '../context.ts'
import type { KarRelation } from '../kar.ts'
import { institutionOf } from '../parts/entrance.ts'
import type { InnerParts } from '../parts/inner.ts'
import type { Parts } from '../parts.ts'
import { send } from '../refuse.ts'
import type { StoredRelation } from '../store/register.ts'

/** Lists that are made otherwise. */

type Listing = Pick<Parts, 'listOwn' | 'listRelations'>

type Rows = (found: readonly StoredRelation[]) => readonly string[]
const ofEach: Rows = (found) => found.map(({ institution }) => institution)

/** One row for each relationship that is stored, and not for each institution. What KAR has is as always. */
export const rowOfEachRelation = (rowsFor: Rows = ofEach): Listing => ({
  listOwn: (site, inner) => (_request, response) => {
    const own = institutionOf(response)
    const found = inner.find(site.store, need(response, 'customer'), need(response, 'period'))
    const rows = rowsFor(found.filter(({ institution }) => institution === own))
    sendRows(
      site,
      inner,
      response,
      rows.map((institution) => ({ institution, kar: [] })),
    )
  },
  listRelations: (site, inner) => (_request, response) => {
    const [customer, period] = [need(response, 'customer'), need(response, 'period')]
    const own = rowsFor(inner.find(site.store, customer, period))
    const kar = Map.groupBy(site.kar.find(customer, period), ({ institution }) => institution)
    sendRows(site, inner, response, [
      ...own.map((institution) => ({ institution, kar: [] })),
      ...[...kar].map(([institution, there]) => ({ institution, kar: there })),
    ])
  },
})

function sendRows(
  site: Site,
  inner: InnerParts,
  response: Parameters<typeof institutionOf>[0],
  found: readonly { readonly institution: string; readonly kar: readonly KarRelation[] }[],
) {
  const { to: toDate } = need(response, 'period')
  const onlyOwners = contextOf(response).found.onlyPrimaryOwner ?? null
  const rows = found.map(({ institution, kar }) => {
    const name = site.institutions.get(institution)?.name ?? institution
    return inner.row({ institution, name, kar, toDate, today: site.today(), withOwnership: onlyOwners !== null })
  })
  const shown = rows.filter(({ ownershipType }) => onlyOwners !== true || ownershipType !== 'notPrimaryOwner')
  send(site, response, 200, relationsBody(shown))
}

export const ownersOf = ({ kar }: Site): Site['kar'] => ({
  ...kar,
  find: (...given) => kar.find(...given).filter(({ role }) => role === 'owner'),
})
