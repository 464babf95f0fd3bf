import type { KonkursFixture } from '../../contracts/konkursvarsel/debtors.ts'
import type { NoticeOrder } from '../../contracts/konkursvarsel/notice.ts'
import type { Doors } from '../kit/ask/doors.ts'
import { all, along, given, inconclusive, type Judgement, labelled } from '../kit/judge/judgement.ts'
import type { Act } from '../kit/run/act.ts'
import type { Target } from '../kit/target.ts'
import { haveStatus, shownIn } from './accounts.ts'
import { openings } from './acts/openings.ts'
import { delivered } from './delivered.ts'
import { wasFree } from './fresh.ts'
import type { Scene } from './scene.ts'

/** A debtor whose opening was delivered has its accounts locked, as Brreg sees them. */
interface Lock {
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
  const pages = (seenIn ?? scenes.at(-1))?.pages[debtor]
  const list = pages?.[0]
  const before = scenes.map(({ earlier }) => wasFree(debtor, target.fixtures[debtor], earlier[debtor]))
  const order = noticeIn(scenes, notice)
  const text = `${what ?? 'an account should be locked after the opening'} (notice ${order?.uuid ?? 'not published'})`
  return labelled(
    debtor,
    along(all(...before, delivered(scenes, order)), () => {
      // Whoever was told, and refuses Brreg all the same, has not acted on it.
      if (list?.status != null && list.status >= 400 && list.status < 500)
        return list.finds(false, { what: `${text}, and Brreg be answered`, expected: 200, at: 'status' })
      return haveStatus(pages, {
        party: target.fixtures[debtor],
        status: ['disabled'],
        what: text,
        lenient: true,
      })
    }),
  )
}

/** Something was made of the notice: whether of every account is then the question. */
export function isAnyLocked({ pages }: Scene, debtor: KonkursFixture): Judgement {
  const page = pages[debtor]?.find((one) => shownIn(one).some(({ status }) => status === 'disabled'))
  return (
    page?.finds(true, { what: 'an account was locked', expected: null, at: 'status' }) ??
    inconclusive('need-not-met', `no account of ${debtor} was locked`)
  )
}

/** The ground of whatever is special: an ordinary opening is acted upon. */
export const ordinaryGround = (lock: Omit<Lock, 'debtor'>): Judgement => isLocked({ debtor: 'K46', ...lock })

type Ordinary = Awaited<ReturnType<typeof openings.play>>

/**
 * An act, and beside it the ordinary opening on which its judgement stands. That is played first, unless the act has to
 * find nothing published before it.
 */
export async function besideOrdinary<Seen>(
  { play }: Doors,
  act: Act<Seen>,
  order: 'ordinary-first' | 'act-first' = 'ordinary-first',
): Promise<Seen & { readonly ordinary: Ordinary }> {
  if (order === 'act-first') await play(act)
  const ordinary = await play(openings)
  return { ...(await play(act)), ordinary }
}

export const onOrdinary = (
  { ordinary: { target, opened } }: { readonly ordinary: Ordinary },
  judge: () => Judgement,
): Judgement => given(ordinaryGround({ target, scenes: [opened] }), judge)
