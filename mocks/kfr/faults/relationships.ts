import { parseIsoDate } from '../../../contracts/calendar.ts'
import { headerNames, queryNames } from '../../../contracts/kfr/operations.ts'
import { parseLegalMandate, parseOnlyPrimaryOwner, relationsBody } from '../../../contracts/kfr/wire.ts'
import { contextOf, need, type Site } from '../context.ts'
import type { KarRelation } from '../kar.ts'
import { headerOf, institutionOf } from '../parts/entrance.ts'
import { type InnerParts, innerParts } from '../parts/inner.ts'
import { queryOf } from '../parts/values.ts'
import { handlers, type Parts } from '../parts.ts'
import { refuse, send } from '../refuse.ts'
import type { StoredRelation } from '../store/register.ts'
import { at, defineFaults, inside, rewriting, withRows } from './change.ts'

/** KFRO-037 to KFRO-055: what is shown of a customer, to the own institution and to agencies. */

const { listRelations, readPeriod, requireCustomer, requireIds, requireMandate, pass, acceptJson } = handlers

const isLookUp = (operation: string | null) => operation === 'relationships'

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

/** A period that is none is that of today. */
const takingAnyPeriod: Parts['readPeriod'] = (site) => {
  return (request, response, next) => {
    const dayIn = (name: string) => {
      const read = parseIsoDate(queryOf(request, name))
      return read.ok ? read.value : site.today()
    }
    const [from, to] = [dayIn(queryNames.from), dayIn(queryNames.to)]
    contextOf(response).found.period = { from, to: to < from ? from : to }
    next()
  }
}

const optionalIn2 =
  (name: string, usual: typeof requireIds): Parts['requireIds'] =>
  (site) => {
    const strict = usual(site)
    return (request, response, next) => {
      // As if it had stood there.
      if (headerOf(request, name) === undefined) request.headers[name.toLowerCase()] = somebody
      strict(request, response, next)
    }
  }
const somebody = '00000000-0000-4000-8000-000000000000'

/** Without a date, that of today, as in 1.1.2. */
const withoutDate =
  (name: string): Parts['readPeriod'] =>
  (site) => {
    const [usual, lenient] = [readPeriod(site), takingAnyPeriod(site, innerParts)]
    return (request, response, next) =>
      (queryOf(request, name) === undefined ? lenient : usual)(request, response, next)
  }

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

export const relationshipFaults = defineFaults({
  'needs-full-cover': {
    story: 'Only who was a customer in the whole of a period is shown.',
    violates: ['KFRO-041', 'KFRO-042', 'KFRO-053', 'KFRO-061', 'KFRO-064'],
    replaces: {
      listRelations: inside(listRelations, ({ find }) => ({
        find: (store, customer, period) =>
          find(store, customer, period).filter(
            ({ since, until }) => since <= period.from && (until === null || until >= period.to),
          ),
      })),
    },
  },
  'shows-institutions-twice': {
    story: 'Who left a bank and came back is shown there twice.',
    violates: ['KFRO-041'],
    replaces: { listRelations: rowOfEachRelation().listRelations },
  },
  'period-ends-early': {
    story: 'The last day of a period does not belong to it.',
    violates: ['KFRO-042'],
    replaces: {
      // Today is asked about by everybody, and works.
      listRelations: (site, inner) =>
        inside(listRelations, ({ find }) => ({
          find: (store, customer, period) =>
            find(store, customer, period).filter(({ since }) => since < period.to || since === site.today()),
        }))(site, inner),
    },
  },
  'misspells-organisation': {
    story: 'Rows have organizationId.',
    violates: ['KFRO-043'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        isLookUp(operation)
          ? withRows(leaving, ({ organizationID, ...row }) => ({ organizationId: organizationID, ...row }))
          : leaving,
      ),
    },
  },
  'omits-active-account': {
    story: 'Rows have no activeAccount, since the register knows no accounts.',
    violates: ['KFRO-044'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        isLookUp(operation) ? withRows(leaving, ({ activeAccount: _active, ...row }) => row) : leaving,
      ),
    },
  },
  'active-account-as-text': {
    story: 'activeAccount is "false".',
    violates: ['KFRO-044'],
    replaces: {
      pass: rewriting((leaving, operation) =>
        isLookUp(operation)
          ? withRows(leaving, (row) => ({ ...row, activeAccount: String(row.activeAccount) }))
          : leaving,
      ),
    },
  },
  'claims-active-accounts': {
    story: 'Whoever is a customer has an active account.',
    violates: ['KFRO-044'],
    replaces: {
      listRelations: inside(listRelations, ({ row }) => ({
        row: (known) => ({ ...row(known), activeAccount: known.toDate === known.today }),
      })),
    },
  },
  'active-in-the-past': {
    story: 'What KAR says of an account today is told of any period.',
    violates: ['KFRO-045'],
    replaces: {
      listRelations: inside(listRelations, ({ row }) => ({
        row: (known) => ({
          ...row(known),
          activeAccount: known.kar.some(({ role, active }) => role === 'owner' && active),
        }),
      })),
    },
  },
  'correlation-id-optional-in-2': {
    story: 'CorrelationID may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: {
      requireIds: at(['relationships'], optionalIn2(headerNames.correlation, requireIds), requireIds),
    },
  },
  'inquiry-id-optional-in-2': {
    story: 'AccountInfoRequestID may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: { requireIds: at(['relationships'], optionalIn2(headerNames.inquiry, requireIds), requireIds) },
  },
  'mandate-optional-in-2': {
    story: 'Legal-Mandate may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: {
      requireMandate: at(
        ['relationships'],
        (site) => {
          const usual = requireMandate(site)
          return (request, response, next) =>
            headerOf(request, headerNames.mandate) === undefined ? next() : usual(request, response, next)
        },
        requireMandate,
      ),
    },
  },
  'from-date-optional-in-2': {
    story: 'fromDate may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: { readPeriod: at(['relationships'], withoutDate(queryNames.from), readPeriod) },
  },
  'to-date-optional-in-2': {
    story: 'toDate may be left out in 2.0, as in 1.1.2.',
    violates: ['KFRO-046'],
    replaces: { readPeriod: at(['relationships'], withoutDate(queryNames.to), readPeriod) },
  },
  'lower-case-owners-only': {
    story: 'onlyPrimaryOwner is true or false in lower case alone.',
    violates: ['KFRO-047'],
    replaces: {
      readOwnership: (site) => {
        const usual = handlers.readOwnership(site)
        return (request, response, next) => {
          const given = queryOf(request, queryNames.onlyPrimaryOwner) ?? ''
          return /[A-Z]/.test(given) && parseOnlyPrimaryOwner(given) !== null
            ? refuse(site, response, 'invalid', 'onlyPrimaryOwner in capitals')
            : usual(request, response, next)
        }
      },
    },
  },
  'takes-any-ownership': {
    story: 'Whatever else stands in onlyPrimaryOwner is false.',
    violates: ['KFRO-047'],
    replaces: {
      readOwnership: (site) => {
        const usual = handlers.readOwnership(site)
        return (request, response, next) => {
          const given = queryOf(request, queryNames.onlyPrimaryOwner)
          if (given === undefined || parseOnlyPrimaryOwner(given) !== null) return usual(request, response, next)
          contextOf(response).found.onlyPrimaryOwner = false
          return next()
        }
      },
    },
  },
  'shows-disponents': {
    story: 'onlyPrimaryOwner=true shows disponents as well.',
    violates: ['KFRO-048'],
    replaces: {
      listRelations: (site, inner) => {
        const usual = listRelations(site, inner)
        return (request, response, next) => {
          const { found } = contextOf(response)
          if (found.onlyPrimaryOwner === true) found.onlyPrimaryOwner = false
          usual(request, response, next)
        }
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
  'shows-brreg-everything': {
    story: 'Konkursregisteret may ask without onlyPrimaryOwner, or with FALSE.',
    violates: ['KFRO-051'],
    replaces: { limitToOwners: pass },
  },
  'takes-any-mandate': {
    story: 'Whatever stands in Legal-Mandate is good.',
    violates: ['KFRO-052'],
    settings: { mandates: {} },
  },
  'compares-mandates-encoded': {
    story: 'Legal-Mandate is compared as it stands there, percent-encoded.',
    violates: ['KFRO-052', 'KFRO-056'],
    replaces: {
      requireMandate: (site) => {
        const usual = requireMandate(site)
        return (request, response, next) => {
          const given = headerOf(request, headerNames.mandate)
          const agreed = site.settings.mandates[need(response, 'organisation')]
          const isDecoded = given !== undefined && agreed?.includes(parseLegalMandate(given) ?? '') === true
          return isDecoded
            ? refuse(site, response, 'forbidden', 'a mandate that is none, as it stands there')
            : usual(request, response, next)
        }
      },
    },
  },
  'forgets-early': {
    story: 'What ended five years ago is erased.',
    violates: ['KFRO-053'],
    settings: { years: 5 },
  },
  'never-forgets': {
    story: 'What has ended is kept for ever.',
    violates: ['KFRO-053'],
    settings: { years: 1000 },
  },
  'fails-on-bad-questions': {
    story: 'A CustomerID that is none is answered 500, to agencies.',
    violates: ['KFRO-054'],
    replaces: {
      requireCustomer: at(
        ['relationships'],
        (site) => {
          const usual = requireCustomer(site)
          return (request, response, next) =>
            /^(?:\d{9}|\d{11})$/.test(headerOf(request, headerNames.customer) ?? '')
              ? usual(request, response, next)
              : refuse(site, response, 'internal', 'no customer number')
        },
        requireCustomer,
      ),
    },
  },
  'takes-any-period': {
    story: 'Dates of agencies that are none, or stand in the wrong order, are those of today.',
    violates: ['KFRO-054'],
    replaces: {
      readPeriod: at(
        ['relationships'],
        (site, inner) => {
          const [usual, lenient] = [readPeriod(site), takingAnyPeriod(site, inner)]
          return (request, response, next) => {
            const isThere = [queryNames.from, queryNames.to].every((name) => queryOf(request, name) !== undefined)
            return (isThere ? lenient : usual)(request, response, next)
          }
        },
        readPeriod,
      ),
    },
  },
  'serves-json-to-everybody': {
    story: 'Who accepts no JSON gets it all the same.',
    violates: ['KFRO-054'],
    replaces: { acceptJson: at(['relationships'], pass, acceptJson) },
  },
  'part-of-an-answer': {
    story: 'While KAR does not answer, what the register itself knows is told as if it were all.',
    violates: ['KFRO-055'],
    replaces: {
      requireKar: pass,
      listRelations: (site, inner) => {
        const [usual, alone] = [
          listRelations(site, inner),
          listRelations({ ...site, kar: { ...site.kar, find: () => [] } }, inner),
        ]
        return (request, response, next) => (site.moods.is('kar-outage') ? alone : usual)(request, response, next)
      },
    },
  },
})

const ownersOf = ({ kar }: Site): Site['kar'] => ({
  ...kar,
  find: (...given) => kar.find(...given).filter(({ role }) => role === 'owner'),
})
