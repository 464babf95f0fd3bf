import { misspelt } from './misspelt.ts'
import type { AkeldoBehaviour } from './site.ts'

/** How AKELDO can be wrong, or awkward within its rights, from its start on. */

export const akeldoFaults: Readonly<Record<string, { readonly story: string; readonly makes: AkeldoBehaviour }>> = {
  'akeldo-outage': {
    story: 'Every address answers 503.',
    makes: { outage: true },
  },
  'akeldo-one-as-list': {
    story: 'One actor is answered as a list of one; nobody has seen what the real one does (A-33).',
    makes: { single: 'list' },
  },
  'akeldo-misspells': {
    story: 'Innfrielsessaldoforespoersel stands as the specification misspells it (A-07).',
    makes: { shows: misspelt },
  },
}
