import type { Answer } from '../../kit/ask/answer.ts'
import { given, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { readIn } from '../../kit/judge/read.ts'
import { type Check, defineInvariant, type InvariantDefinition } from '../../kit/run/check.ts'
import type { Target } from '../../kit/target.ts'
import { type Listed, listedIn } from './listed.ts'
import { listKindOf, provokeLists } from './lists.ts'

/** An account among the others of its list, and whom the list was asked of. */
export interface Place extends Listed {
  readonly list: Answer
  readonly target: Target
}

/**
 * Whether it holds for any account of any list. A check asks one such question, and it is looked up once: a bank may list
 * thousands of accounts in each of a hundred lists.
 */
export type Ever = (holds: (place: Place) => boolean) => boolean

type Shape = Partial<Pick<InvariantDefinition, 'needs' | 'kindOf' | 'atLeast'>>

/** A requirement on every account of every list that is served, whoever it is about. Nothing judged is inconclusive. */
export function onEveryAccount(
  meta: ImportMeta,
  verifies: string,
  judge: (place: Place, ever: Ever) => Judgement,
  shape: Shape = {},
): Check {
  const known = new WeakMap<readonly Answer[], boolean>()
  return defineInvariant(meta, {
    verifies,
    needs: ['P1'],
    ask: provokeLists,
    kindOf: listKindOf,
    atLeast: { lists: 1 },
    ...shape,
    each: (list, population, target) => {
      const ever: Ever = (holds) => {
        const isKnown = known.get(population)
        if (isKnown !== undefined) return isKnown
        const isEver = population.some((one) => placesIn(one, target).some(holds))
        known.set(population, isEver)
        return isEver
      }
      return given(list.readable, () => placesIn(list, target).flatMap((place) => judge(place, ever)))
    },
  })
}

const placesIn = (list: Answer, target: Target): readonly Place[] =>
  listedIn(list).map((listed) => ({ ...listed, list, target }))

/** A member of every account, by its pointer below the account. */
interface FieldRule {
  readonly verifies: string
  readonly at: string | readonly string[]
  readonly what: string
  readonly expected: unknown
  /** `tolerated` is not as it should be, and let through with a warning. */
  readonly holds: (value: unknown, place: Place) => boolean | 'tolerated'
}

const pointersOf = ({ at }: FieldRule): readonly string[] => [at].flat()
export const valueAt = ({ account }: Place, pointer: string): unknown => readIn(account, pointer)

function judgeField({ what, expected, holds }: FieldRule, place: Place, pointer: string): Judgement {
  const held = holds(valueAt(place, pointer), place)
  const weight = held === 'tolerated' ? 'tolerated' : 'breach'
  return place.list.finds(held === true, { what, weight, expected, at: place.at + pointer })
}

/** Of every account, whatever stands there and where nothing stands. */
export function always(meta: ImportMeta, rule: FieldRule, shape?: Shape): Check {
  const pointers = pointersOf(rule)
  return onEveryAccount(
    meta,
    rule.verifies,
    (place) => pointers.flatMap((pointer) => judgeField(rule, place, pointer)),
    shape,
  )
}

const isFilled = (value: unknown) => value !== null && value !== ''

/** Where something stands. That it stands there, and not an empty text in its place, is another row's matter. */
export function wherePresent(meta: ImportMeta, rule: FieldRule, shape?: Shape): Check {
  const pointers = pointersOf(rule)
  return onEveryAccount(
    meta,
    rule.verifies,
    (place) => {
      const there = pointers.filter((pointer) => isFilled(valueAt(place, pointer)))
      return there.flatMap((pointer) => judgeField(rule, place, pointer))
    },
    shape,
  )
}

/** Where something stands, of a member that a bank may leave out everywhere (KLB: til vurdering). */
export function ifEver(meta: ImportMeta, rule: FieldRule): Check {
  const pointers = pointersOf(rule)
  const isThere = (place: Place) => pointers.filter((pointer) => valueAt(place, pointer) !== null)
  return onEveryAccount(meta, rule.verifies, (place, ever) => {
    const there = isThere(place)
    if (there.length > 0) return there.flatMap((pointer) => judgeField(rule, place, pointer))
    if (ever((one) => isThere(one).length > 0)) return []
    return notApplicable('did-not-occur', `no account of any list has ${pointers.join(' or ')}`)
  })
}
