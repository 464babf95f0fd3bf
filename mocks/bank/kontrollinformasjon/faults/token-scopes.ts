import { defineFault } from '../fault.ts'
import { authorise, type RightsPolicy } from '../parts/authorise.ts'
import { Refusal, refusals } from '../refusal.ts'
import { type Claims, hasScope } from '../token/claims.ts'

/** KI-AUT-013 and KI-AUT-014: what a trusted token entitles to. */

interface WrongScope {
  readonly story: string
  readonly violates: readonly string[]
  readonly hasScope: RightsPolicy['hasScope']
}

const textOf = ({ scope }: Claims) => (typeof scope === 'string' ? scope : '')

const mistakes: Readonly<Record<string, WrongScope>> = {
  'ignores-scope': {
    story: 'Somebody thought that Maskinporten gives tokens only to those who may.',
    violates: ['KI-AUT-013', 'KI-AUT-014'],
    hasScope: () => true,
  },
  'accepts-missing-scope': {
    story: 'The scope is compared only when there is one.',
    violates: ['KI-AUT-013'],
    hasScope: (claims, wanted) => claims.scope === undefined || hasScope(claims, wanted),
  },
  'accepts-every-scope-of-bits': {
    story: 'The scope is recognised by its prefix, which all scopes of the owner have.',
    violates: ['KI-AUT-013', 'KI-AUT-014'],
    hasScope: (claims) => textOf(claims).startsWith('bits:'),
  },
  'accepts-the-other-scope-with-its-account-part': {
    story: 'Somebody searches the scopes for the word konto, for each service has it in its name.',
    violates: ['KI-AUT-013', 'KI-AUT-014'],
    hasScope: (claims) => textOf(claims).includes('konto'),
  },
  'refuses-only-the-scopes-that-it-knows': {
    story: 'The scope of the other service is refused, and nobody thought that there are more.',
    violates: ['KI-AUT-013', 'KI-AUT-014'],
    hasScope: (claims, wanted) => !textOf(claims).includes('bits:kundeforhold') || hasScope(claims, wanted),
  },
  'finds-the-scope-between-word-borders': {
    story: 'The scope is searched for with a regular expression, to which a dot is the end of a word.',
    violates: ['KI-AUT-014'],
    hasScope: (claims, wanted) => new RegExp(`\\b${wanted}\\b`).test(textOf(claims)),
  },
  'finds-the-scope-anywhere-in-the-text': {
    story: 'The scope is searched for as a text, and found inside of another.',
    violates: ['KI-AUT-014'],
    hasScope: (claims, wanted) => textOf(claims).includes(wanted),
  },
  'finds-the-scope-at-the-beginning-of-a-word': {
    story: 'Sub-scopes were to be allowed for later, so a word need only begin with the scope.',
    violates: ['KI-AUT-014'],
    hasScope: (claims, wanted) =>
      textOf(claims)
        .split(' ')
        .some((word) => word.startsWith(wanted)),
  },
  'finds-the-scope-at-the-end-of-a-word': {
    story: 'The owner in front of the scope is left out of the comparison.',
    violates: ['KI-AUT-014'],
    hasScope: (claims, wanted) =>
      textOf(claims)
        .split(' ')
        .some((word) => word.endsWith(wanted)),
  },
  'knows-one-scope-only': {
    story: 'The whole claim is compared with the scope, because it never held more than one in test.',
    violates: ['KI-AUT-014'],
    hasScope: (claims, wanted) => textOf(claims) === wanted,
  },
  'reads-the-first-scope-only': {
    story: 'The claim is split at its blanks, and the first word taken.',
    violates: ['KI-AUT-014'],
    hasScope: (claims, wanted) => textOf(claims).split(' ')[0] === wanted,
  },
  'reads-the-last-scope-only': {
    story: 'The words are put into a variable one after the other, and the last one stays.',
    violates: ['KI-AUT-014'],
    hasScope: (claims, wanted) => textOf(claims).split(' ').at(-1) === wanted,
  },
}

export const ignoresScope: Partial<RightsPolicy> = { hasScope: () => true }

interface WrongRefusal {
  readonly story: string
  readonly also: readonly string[]
  readonly refusal: () => Refusal
}

const wrongRefusals: Readonly<Record<string, WrongRefusal>> = {
  'pairs-a-lacking-scope-with-acc-010': {
    story: 'The gateway answers 403 to a lacking scope, with the code that it has for every bad token.',
    also: ['KI-ERR-004'],
    refusal: () => new Refusal(403, 'ACC-010', 'The access token does not hold the scope of this service'),
  },
  'answers-a-lacking-scope-as-unknown': {
    story: 'Somebody hides the interface from whoever lacks the scope, and answers as if nothing were there.',
    also: [],
    refusal: () => refusals.unknown('There is nothing at this path'),
  },
  'takes-a-lacking-scope-for-a-bad-parameter': {
    story: 'The scope is validated with the parameters of the call.',
    also: [],
    refusal: () => refusals.badRequest('The scope of the access token is not valid'),
  },
}

const refusalFaults = Object.entries(wrongRefusals).map(([id, { story, also, refusal }]) =>
  defineFault({
    id,
    story,
    violates: ['KI-AUT-013', 'KI-AUT-014', ...also],
    replaces: { authorise: authorise({ outOfScope: refusal }) },
  }),
)

export const tokenScopeFaults = [
  ...refusalFaults,
  ...Object.entries(mistakes).map(([id, { story, violates, hasScope: found }]) =>
    defineFault({ id, story, violates, replaces: { authorise: authorise({ hasScope: found }) } }),
  ),
]
