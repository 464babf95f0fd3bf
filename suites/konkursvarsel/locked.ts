import type { KonkursFixture } from '../../contracts/konkursvarsel/debtors.ts'
import type { NoticeOrder } from '../../contracts/konkursvarsel/notice.ts'
import { all, given, inconclusive, type Judgement, labelled } from '../kit/judge/judgement.ts'
import type { Target } from '../kit/target.ts'
import { haveStatus } from './accounts.ts'
import { delivered } from './delivered.ts'
import type { Scene } from './scene.ts'

/** A debtor whose opening was delivered has its accounts locked, as Brreg sees them. */
export interface Lock {
  readonly target: Pick<Target, 'fixtures'>
  /** Scenes in which the notice may have been served. */
  readonly scenes: readonly Scene[]
  /** The scene after which the list was asked for. Default: the last. */
  readonly seenIn?: Scene
  readonly debtor: KonkursFixture
  /** Default: the opening of that debtor. */
  readonly notice?: string
  readonly what?: string
}

export const noticeIn = (scenes: readonly Scene[], name: string): NoticeOrder | undefined =>
  scenes.map(({ notices }) => notices[name]).find((order) => order !== undefined)

export function isLocked({ target, scenes, seenIn, debtor, notice = debtor, what }: Lock): Judgement {
  const list = (seenIn ?? scenes.at(-1))?.lists[debtor]
  return labelled(
    debtor,
    given(delivered(scenes, noticeIn(scenes, notice)), () =>
      haveStatus(list, {
        party: target.fixtures[debtor],
        status: ['disabled'],
        what: what ?? 'an account should be locked after the opening',
        lenient: true,
      }),
    ),
  )
}

/** The ground of whatever is special: an ordinary opening is acted upon. */
export const ordinaryGround = (lock: Omit<Lock, 'debtor'> & { readonly debtor?: KonkursFixture }): Judgement =>
  isLocked({ debtor: 'K46', ...lock })

export const needs = (judgements: readonly Judgement[]): Judgement =>
  judgements.length === 0 ? inconclusive('nothing-to-iterate', 'no debtor was played') : all(...judgements)
