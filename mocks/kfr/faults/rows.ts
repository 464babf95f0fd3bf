import { handlers } from '../parts.ts'
import { defineFaults, inside, isLookUp, rewriting, withRows } from './change.ts'
import { rowOfEachRelation } from './listing.ts'

/** KFRO-041 to KFRO-045: what agencies are shown of a customer. */

const { listRelations } = handlers

export const rowFaults = defineFaults({
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
  'shows-whoever-reports': {
    story:
      'Institutions were joined with customers without saying how: whoever is known somewhere is known everywhere.',
    violates: ['KFRO-041', 'KFRO-064'],
    replaces: {
      listRelations: (site, inner) =>
        inside(listRelations, ({ find }) => ({
          find: (...given) =>
            find(...given)
              .slice(0, 1)
              .flatMap((relation) =>
                [...site.institutions.values()]
                  .filter(({ reports }) => reports)
                  .map(({ organisationNumber }) => ({ ...relation, institution: organisationNumber })),
              ),
        }))(site, inner),
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
})
