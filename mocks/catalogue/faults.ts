import type { CatalogueBehaviour } from './site.ts'

/** How the endpoint catalogue can be wrong, or awkward within its rights, from its start on. */

export const catalogueFaults: Readonly<Record<string, { readonly story: string; readonly makes: CatalogueBehaviour }>> =
  {
    'catalogue-outage': {
      story: 'Every address answers 503.',
      makes: { outage: true },
    },
    'catalogue-final-slash': {
      story: 'Every base URL is registered with a slash at the end, so that tokens have another audience.',
      makes: { finalSlash: true },
    },
    'catalogue-declared-shape': {
      story: 'The list stands in the object that its provider declares, and not bare.',
      makes: { shape: 'declared' },
    },
  }
