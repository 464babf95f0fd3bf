import { need } from '../context.ts'
import { handlers } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { defineFaults, rewriting } from './change.ts'

/** KFRO-026, KFRO-028 to KFRO-030 and KFRO-036: which batches are taken. */

const { requireBoundary, requireList, requireParts, acceptBatch, pass } = handlers

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
