import { setTimeout as sleep } from 'node:timers/promises'
import type { FixtureName } from '../../contracts/fixtures.ts'
import type { NoticeOrder } from '../../contracts/konkursvarsel/notice.ts'
import { uuidFrom } from '../kit/ask/request.ts'
import type { Stage } from '../kit/ask/stage.ts'
import type { Target } from '../kit/target.ts'
import { rulingOf } from './as-brreg.ts'

/** What an act wants published, before it has an identity and a time. */
export interface Draft extends Partial<Omit<NoticeOrder, 'uuid' | 'registreringstidspunkt'>> {
  readonly debtor: FixtureName | 'nobody'
  /** Tells apart what one debtor gets of one type in one act. Default: type and debtor. */
  readonly name?: string
  /**
   * `now`: later than everything before it. `late`: later than everything that was published in earlier scenes, and
   * earlier than the last call. `twin`: in the same millisecond as the one before it; `twin-of-earlier`: as the last one
   * of earlier scenes. A number: so many milliseconds after the scene began.
   */
  readonly registered?: 'now' | 'late' | 'twin' | 'twin-of-earlier' | number
  /** Milliseconds since 1970, where the time itself is the point; not before any other. */
  readonly at?: number
}

/** Gives notices their identity and their time. Times ascend through a whole run, whatever the clock does. */
export interface Ledger {
  enter(draft: Draft): NoticeOrder
  /**
   * From here on everything that was entered so far is of an earlier scene. Gives the time at which the next one begins,
   * which is to hold so many; where there are any it takes as long, so that it lies behind every call of earlier scenes.
   */
  turn(count: number): Promise<number>
}

/** Milliseconds since 1970: the latest registration that the participant was told of. */
const latest = new WeakMap<Target, number>()

export function openLedger({ target, runId }: Pick<Stage, 'target' | 'runId'>, act: string): Ledger {
  let before = latest.get(target) ?? 0
  let first = before
  let begun = 0
  const times = {
    now: () => Math.max(begun, (latest.get(target) ?? 0) + 1),
    late: () => ++before,
    twin: () => latest.get(target) ?? begun,
    'twin-of-earlier': () => first,
  } as const satisfies Record<Exclude<NonNullable<Draft['registered']>, number>, () => number>
  return {
    enter({ registered = 'now', at: exactly, name, ...draft }) {
      const type = draft.type ?? 'aapning'
      const at = exactly ?? (typeof registered === 'number' ? begun + registered : times[registered]())
      latest.set(target, Math.max(at, latest.get(target) ?? 0))
      return {
        uuid: uuidFrom([runId, act, name ?? `${type} ${draft.debtor}`]),
        registreringstidspunkt: new Date(at).toISOString(),
        kjennelsesdato: rulingOf(target, draft.debtor),
        ...draft,
        type,
        detail: { ...plain[type], ...draft.detail },
      }
    },
    async turn(count) {
      before = latest.get(target) ?? 0
      first = before
      // A few milliseconds ago: what is registered in this scene lies before the poll that fetches it, and behind the one
      // before that. A bank that asks from its last call would else miss what it misses by how quick the machine is.
      const lead = count + 10
      if (count > 0) await sleep(lead)
      begun = Math.max(Date.now() - lead, before + 1)
      return begun
    },
  }
}

/**
 * What a detail says of its court and its bostyrer, in letters that nobody stumbles over: where others are tried, it says
 * so. The keys are those of Brreg's mock, and reconstructed.
 */
const plain: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aapning: {
    konkursgrunnlag: 'B',
    tingrett: { navn: 'Oslo tingrett' },
    bostyrer: { navn: 'Advokat Test', postnummer: '0150', poststed: 'OSLO' },
  },
}
