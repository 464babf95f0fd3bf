import { need } from '../context.ts'
import { innerParts } from '../parts/inner.ts'
import { handlers } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { defineFaults, rewriting } from './change.ts'
import { rowOfEachRelation } from './listing.ts'

/** KFRO-026 to KFRO-036: many at once. */

const { requireBoundary, requireList, requireParts, acceptBatch, add, pass } = handlers

export const batchFaults = defineFaults({
  'strict-about-forms': {
    story:
      'A form with anything unusual in it, such as blank lines after a value, is refused: so is the published example.',
    violates: ['KFRO-026'],
    replaces: {
      requireParts: (site) => {
        const usual = requireParts(site)
        return (request, response, next) =>
          need(response, 'form').hasBlanks
            ? refuse(site, response, 'invalid', 'blanks that have no place there')
            : usual(request, response, next)
      },
    },
  },
  'loses-batches': {
    story: 'A batch is answered 201, and nothing of it is ever stored.',
    violates: ['KFRO-027', 'KFRO-033'],
    replaces: { ingest: () => undefined },
  },
  'ignores-start-dates': {
    story: 'Every relationship of a batch begins on the day of the batch.',
    violates: ['KFRO-027'],
    replaces: {
      ingest: (store, relation, day) => innerParts.ingest(store, { ...relation, since: day }, day),
    },
  },
  'takes-any-date': {
    story: 'At a date that is none a list ends, and all before it is taken: 201.',
    violates: ['KFRO-028'],
    replaces: {
      requireList: (site) => {
        const usual = requireList(site)
        return (request, response, next) =>
          need(response, 'form').wrong?.problem === 'KFR-010' ? next() : usual(request, response, next)
      },
    },
  },
  'fails-on-bad-identifiers': {
    story: 'A number that is none is answered 500.',
    violates: ['KFRO-029'],
    replaces: {
      requireList: (site) => {
        const usual = requireList(site)
        return (request, response, next) =>
          need(response, 'form').wrong?.problem === 'KFR-005'
            ? refuse(site, response, 'internal', 'a number that is none')
            : usual(request, response, next)
      },
    },
  },
  'takes-any-batch-type': {
    story: 'Any customer_type is taken, as DSOPBANK.',
    violates: ['KFRO-029'],
    replaces: { requireFormType: pass },
  },
  'fails-without-parts': {
    story: 'A form without the list is answered 500.',
    violates: ['KFRO-029'],
    replaces: {
      requireParts: (site) => {
        const usual = requireParts(site)
        return (request, response, next) => {
          const { type, hasList } = need(response, 'form')
          return type === null || !hasList
            ? refuse(site, response, 'internal', 'a part is missing')
            : usual(request, response, next)
        }
      },
    },
  },
  'half-loads': {
    story: 'A batch with one bad element is refused, and what stood before it is stored all the same.',
    violates: ['KFRO-030'],
    replaces: {
      requireList: (site) => {
        const [usual, accept] = [requireList(site), acceptBatch(site)]
        return (request, response, next) => {
          const { wrong } = need(response, 'form')
          if (wrong === null || wrong.element <= 1) return usual(request, response, next)
          const { status, end } = response
          // What is accepted answers; its answer is held back, and the refusal goes out.
          response.status = () => response
          response.end = () => response
          accept(request, response, next)
          Object.assign(response, { status, end })
          return usual(request, response, next)
        }
      },
    },
  },
  'one-megabyte': {
    story: 'Something in front of the register takes no body above one megabyte.',
    violates: ['KFRO-031'],
    settings: { mostFileBytes: 1_000_000 },
  },
  'takes-any-size': {
    story: 'Files of any size are taken.',
    violates: [],
    // That it is taken is no MUST: it warns.
    tolerates: ['KFRO-031'],
    settings: { mostFileBytes: 100 * 1024 * 1024 },
  },
  'waits-for-ingestion': {
    story: 'A batch is answered when the last of it is stored.',
    violates: ['KFRO-032'],
    replaces: {
      acceptBatch: (site) => {
        const usual = acceptBatch(site)
        return (request, response, next) => {
          const { end } = response
          response.end = function endLater(this: typeof response, ...given: unknown[]) {
            site.ingestion.idle().then(() => Reflect.apply(end, this, given))
            return response
          } as typeof end
          usual(request, response, next)
        }
      },
    },
  },
  'slow-ingestion': {
    story: 'Fifty relationships of a batch are stored in a second.',
    violates: ['KFRO-033'],
    settings: { ingestPerSecond: 50 },
  },
  'locked-while-ingesting': {
    story: 'Nothing else can be registered while a batch is being stored: 500.',
    violates: ['KFRO-034'],
    replaces: {
      add: (site, inner) => {
        const usual = add(site, inner)
        return (request, response, next) =>
          site.ingestion.pending() > 0
            ? refuse(site, response, 'internal', 'the table is locked')
            : usual(request, response, next)
      },
    },
  },
  'batch-doubles': {
    story: 'A batch that is sent again is stored again, and look-ups show everybody twice.',
    violates: ['KFRO-035'],
    replaces: {
      ingest(store, relation) {
        const customer = store.secret.cover(relation.customer)
        const isNew = store.register.add({ ...relation, customer })
        if (!isNew) store.register.put({ ...relation, customer, until: forEver })
      },
      ...rowOfEachRelation((found) => {
        const doubles = found.filter(({ until }) => until === forEver)
        return [
          ...new Set(found.map(({ institution }) => institution)),
          ...doubles.map(({ institution }) => institution),
        ]
      }),
    },
  },
  'guesses-boundaries': {
    story: 'A form of which nothing can be read, since its boundary is another one, is taken for an empty one: 201.',
    violates: ['KFRO-036'],
    replaces: {
      requireBoundary: (site) => {
        const usual = requireBoundary(site)
        return (request, response, next) => {
          const { boundary, opens, closes } = need(response, 'form')
          if (boundary.is === 'quoted' || (opens && closes)) return usual(request, response, next)
          return response.status(201).end()
        }
      },
    },
  },
  'takes-quoted-boundaries': {
    story: 'A boundary in quotation marks is as good as one without, which the syntax allows (KFRO-036).',
    violates: [],
    replaces: {
      requireBoundary: (site) => {
        const usual = requireBoundary(site)
        return (request, response, next) => {
          const { boundary, opens, closes } = need(response, 'form')
          return boundary.is === 'quoted' && opens && closes ? next() : usual(request, response, next)
        }
      },
    },
  },
  'boundaries-are-400': {
    story: 'A boundary that does not fit is answered 400, and not 403 (KFRO-036).',
    violates: [],
    replaces: {
      requireBoundary: (site, inner) => {
        const usual = requireBoundary(site)
        const other = rewriting((leaving) => (leaving.status === 403 ? { ...leaving, status: 400 } : leaving))
        return (request, response, next) => other(site, inner)(request, response, () => usual(request, response, next))
      },
    },
  },
})

/** In place of no last day. */
const forEver = '9999-12-31' as never
