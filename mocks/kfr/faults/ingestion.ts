import { publishedList } from '../../../contracts/kfr/batch/published.ts'
import { headerNames } from '../../../contracts/kfr/operations.ts'
import { need } from '../context.ts'
import { innerParts } from '../parts/inner.ts'
import { handlers } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { defineFaults } from './change.ts'
import { rowOfEachRelation } from './listing.ts'

/** KFRO-027 and KFRO-031 to KFRO-035: how much is taken at once, and what becomes of it. */

const { acceptBatch, add } = handlers

export const ingestionFaults = defineFaults({
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
  'begins-batches-late': {
    story: 'A job looks for batches now and then, and stores them as quickly as they should be (KFRO-027).',
    violates: [],
    replaces: {
      acceptBatch: (site) =>
        acceptBatch({
          ...site,
          ingestion: {
            ...site.ingestion,
            accept: (batch) => void setTimeout(() => site.store.isOpen() && site.ingestion.accept(batch), jobMs),
          },
        }),
    },
  },
  'slow-ingestion': {
    story: 'Fifty relationships of a batch are stored in a second.',
    violates: ['KFRO-033'],
    settings: { ingestPerSecond: 50 },
  },
  'locked-while-ingesting': {
    story: 'Nothing else can be registered while a batch of some size is being stored: 500.',
    violates: ['KFRO-034'],
    replaces: {
      add: (site, inner) => {
        const usual = add(site, inner)
        return (request, response, next) =>
          site.ingestion.pending() > fewEntries
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
  'loses-batches': {
    story: 'A batch is answered 201, and nothing of it is ever stored.',
    violates: ['KFRO-027', 'KFRO-026', 'KFRO-033'],
    replaces: { ingest: () => undefined },
  },
  'passes-blanks-over': {
    story: 'An element with a blank behind it is none, and is passed over: the last one of the published example.',
    violates: ['KFRO-026'],
    replaces: {
      ingest: (store, relation, day) => {
        if (relation.customer !== lastPublished) innerParts.ingest(store, relation, day)
      },
    },
  },
  'refuses-large-files-in-front': {
    story: 'Something in front of the register answers 413 with a page, and knows of no CorrelationID (KFRO-022).',
    violates: [],
    replaces: {
      requireSize: () => (_request, response, next) => {
        if (!need(response, 'form').tooLarge) return next()
        response.removeHeader(headerNames.correlation)
        return response.status(413).type('html').end('<h1>413 Request Entity Too Large</h1>')
      },
    },
  },
  'ignores-start-dates': {
    story: 'Every relationship of a batch begins on the day of the batch.',
    violates: ['KFRO-027'],
    replaces: {
      ingest: (store, relation, day) => innerParts.ingest(store, { ...relation, since: day }, day),
    },
  },
})

/** So few are stored before anybody notices. */
const fewEntries = 100

const lastPublished = publishedList.split(',').at(-1)

/** Between two looks of a job. */
const jobMs = 6000

/** In place of no last day. */
const forEver = '9999-12-31' as never
