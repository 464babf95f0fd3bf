import type { Flow } from '../../contracts/dsve/declared.ts'
import type { Expected } from '../../contracts/dsve/fixtures/known.ts'
import { acknowledged, refusals } from '../../contracts/dsve/statuses.ts'
import type { Target } from '../kit/target.ts'
import { held } from './held.ts'
import { inTheWay, type Question, requestOfFlow } from './questions.ts'

/** Ways of asking that are the point themselves, about S1 but for one (dsve.md 7, B to D). */

/** No with a text is expected; that it is left to an e-mail passes with a warning. */
const refused: Partial<Expected> = { status: 'Feil', taales: ['SvarerMedEpost'] }
/** No is expected, and nobody is blamed who says yes. */
const either: Partial<Expected> = { status: 'Feil', godtas: [acknowledged, ...refusals] }
const orRefused: Partial<Expected> = { godtas: ['Feil', 'SvarerMedEpost'] }
/** That data may not be given is the point; whoever says nothing gives none. */
const silent = { row: null }

export function lawfulWays(flow: Flow): readonly Question[] {
  const way = (variant: string, row: string, expects?: Partial<Expected>, more?: Partial<Question>) =>
    inTheWay(flow, variant, row, expects, more)
  return [
    way('neutral-name', 'DSVE-015'),
    way('without-manifest', 'DSVE-024'),
    way('manifest-utf-16', 'DSVE-024'),
    way('capital-names', 'DSVE-030'),
    way('without-contact', 'DSVE-031', { taales: refusals }),
    way('empty-numbers', 'DSVE-037'),
    way('absent-numbers', 'DSVE-037'),
    way('misspelt-owner', 'DSVE-038', orRefused, silent),
    way('empty-version-key', 'DSVE-041'),
    // The key is named nowhere: who knows it refuses, and who does not answers as if it were not there.
    way('unknown-version', 'DSVE-041', either),
    way('deflated', 'DSVE-042'),
    way('without-declaration', 'DSVE-042'),
    way('byte-order-mark', 'DSVE-042'),
    way('with-comment', 'DSVE-042'),
    way('with-stylesheet', 'DSVE-042'),
    way('with-hints', 'DSVE-042'),
    ...(flow === 'restgjeld' ? pricedWays(way) : []),
  ]
}

const pricedWays = (way: (variant: string, row: string) => Question): readonly Question[] => [
  way('with-prisantydning', 'DSVE-160'),
  way('high-prisantydning', 'DSVE-160'),
]

/** Of an innfrielse alone. */
export const datedWays: readonly Question[] = [
  inTheWay('innfrielse', 'past-date', 'DSVE-048', orRefused),
  inTheWay('innfrielse', 'same-date-twice', 'DSVE-048', orRefused),
  inTheWay(
    'innfrielse',
    'usual',
    'DSVE-046',
    {},
    {
      name: 'unknown mottaker.referanse',
      inquiry: { message: 'innfrielsessaldoforespoersel', fixture: 'S1', mottakersReferanse: 'FINNES-IKKE-1' },
    },
  ),
]

export function brokenWays(flow: Flow, target: Pick<Target, 'dsve'>): readonly Question[] {
  const way = (variant: string, row: string, expects = refused, more?: Partial<Question>) =>
    inTheWay(flow, variant, row, expects, more)
  return [
    way('no-message', 'DSVE-039'),
    way('corrupt-archive', 'DSVE-039'),
    way('no-archive', 'DSVE-039'),
    way('malformed-xml', 'DSVE-039'),
    way('invalid-xml', 'DSVE-039'),
    way('in-a-namespace', 'DSVE-039'),
    way('bare-xml', 'DSVE-039', either),
    way('contradiction', 'DSVE-040'),
    way('with-doctype', 'DSVE-043', either, silent),
    way('path-traversal', 'DSVE-043', refused, silent),
    way('archive-bomb', 'DSVE-043', refused, silent),
    way('wrong-owner-id', 'DSVE-038', refused, {
      ...silent,
      // Not about the case of all others: who takes that for closed is another matter (DSVE-199).
      inquiry: { message: requestOfFlow[flow], fixture: held(target, 'S9'), variant: 'wrong-owner-id' },
    }),
    // The broker has brought it to this bank; data are then a warning.
    way('other-bank', 'DSVE-044', { status: 'Feil', taales: ['SvarerMedEpost', acknowledged] }, silent),
    way('spoofed-sender', 'DSVE-045', refused, silent),
  ]
}
