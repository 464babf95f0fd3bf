import { innerParts } from '../parts/inner.ts'
import { handlers } from '../parts.ts'
import { defineFaults, inside } from './change.ts'

/** KFRO-061 to KFRO-065: what becomes of relationships. */

export const lifeFaults = defineFaults({
  'deletes-for-good': {
    story: 'What ends is gone, and its history with it.',
    violates: ['KFRO-061', 'KFRO-053', 'KFRO-062'],
    replaces: {
      finish(store, { institution, customer }) {
        return store.register.remove({ institution, customer: store.secret.cover(customer) }) > 0
      },
    },
  },
  'keeps-what-ended': {
    story: 'What ends is shown for another week.',
    violates: ['KFRO-061', 'KFRO-040', 'KFRO-062'],
    replaces: {
      finish: (store, relation) =>
        innerParts.finish(store, { ...relation, until: later(relation.until) as typeof relation.until }),
    },
  },
  'overwrites-history': {
    story: 'Who comes back has never been there before.',
    violates: ['KFRO-062'],
    replaces: {
      begin(store, relation) {
        const customer = store.secret.cover(relation.customer)
        if (!store.register.add({ ...relation, customer })) return false
        store.register.remove({ institution: relation.institution, customer })
        return store.register.add({ ...relation, customer })
      },
    },
  },
  'ceased-stays-active': {
    story: 'An institution that has ceased keeps its customers.',
    violates: ['KFRO-064'],
    replaces: { cease: () => 0 },
  },
  'ceased-vanishes': {
    story: 'With an institution that has ceased, everything it has reported goes.',
    violates: ['KFRO-064'],
    replaces: { cease: (store, institution) => store.register.removeAll(institution) },
  },
  'stale-names': {
    story: 'Names of institutions are those of years ago.',
    violates: ['KFRO-065'],
    replaces: {
      listRelations: inside(handlers.listRelations, ({ row }) => ({
        row: (known) => ({ ...row(known), bankName: `Gamle ${known.name}` }),
      })),
    },
  },
})

const later = (day: string) => new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10)
