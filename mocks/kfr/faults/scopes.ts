import { scopes } from '../../../contracts/kfr/operations.ts'
import { need } from '../context.ts'
import { handlers } from '../parts.ts'
import { at, defineFaults, reports } from './change.ts'

/** KFRO-004 to KFRO-006: what a token opens. */

const { requireScope } = handlers

const takingScope = (isEnough: (scope: string) => boolean): typeof requireScope => {
  return (site) => {
    const usual = requireScope(site)
    return (request, response, next) =>
      [...need(response, 'caller').scopes].some(isEnough) ? next() : usual(request, response, next)
  }
}

/** Nothing is asked of a token that says nothing of what it opens. */
const openedByNothing: typeof requireScope = (site) => {
  const usual = requireScope(site)
  return (request, response, next) =>
    [...need(response, 'caller').scopes].every((scope) => scope === '') ? next() : usual(request, response, next)
}

export const scopeFaults = defineFaults({
  'any-scope-reports': {
    story: 'Any scope of Bits is enough to report.',
    violates: ['KFRO-004'],
    replaces: {
      requireScope: at(
        [...reports, 'own'],
        takingScope((scope) => scope.startsWith('bits:')),
        requireScope,
      ),
    },
  },
  'no-scope-reports': {
    story: 'A token without a scope is older than scopes, and opens what it always has opened.',
    violates: ['KFRO-004'],
    replaces: { requireScope: at([...reports, 'own'], openedByNothing, requireScope) },
  },
  'no-scope-looks-up': {
    story: 'Agencies with a token without a scope are let in.',
    violates: ['KFRO-005'],
    replaces: { requireScope: at(['relationships'], openedByNothing, requireScope) },
  },
  'no-scope-shows-accounts': {
    story: 'Whoever asks for an account needs a token, whatever it says.',
    violates: ['KFRO-006'],
    replaces: { requireScope: at(['provider'], openedByNothing, requireScope) },
  },
  'scope-by-prefix': {
    story: 'A scope is looked at by its beginning: .write and .konto are enough for customerRelationships.',
    violates: ['KFRO-005'],
    replaces: {
      requireScope: at(
        ['relationships'],
        takingScope((scope) => scope.startsWith(scopes.relationships)),
        requireScope,
      ),
    },
  },
  'accounts-by-another-scope': {
    story: 'The scope for customerRelationships opens accountServicingProvider as well.',
    violates: ['KFRO-006'],
    replaces: {
      requireScope: at(
        ['provider'],
        takingScope((scope) => scope === scopes.relationships),
        requireScope,
      ),
    },
  },
})
