import { emptyForms } from '../../../contracts/konkursvarsel/stimuli.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { defineAct } from '../../kit/run/act.ts'
import { openLedger } from '../ledger.ts'
import { rhythmOf } from '../rhythm.ts'
import { playScene, type Scene } from '../scene.ts'
import { isListCall, isServed } from '../sightings.ts'

/**
 * Nothing happens, and nobody asks the participant for anything: it comes by itself, finds nothing in every form in which
 * nothing can be written, and comes again. Then there is news, and what polls is stopped before it could be acted upon.
 * Who lets its clock be moved need not be waited for.
 */
export const quiet = defineAct({
  name: 'quiet',
  polls: 5,
  movesClock: false,
  play: async (stage) => {
    const ledger = openLedger(stage, 'quiet')
    const { intervalMs } = rhythmOf(stage.target)
    // Who fell silent before, for whatever reason, is started again: at what it falls silent is the question.
    if (stage.offers('restart')) await stage.hook('restart', {})
    const clock = stage.offers('clock') ? await moveableClock(stage) : null
    const waits: Wait[] = []
    for (const form of emptyForms) {
      const scene = await playScene(stage, ledger, {
        name: `nothing-as-${form}`,
        makes: [{ party: 'brreg', does: 'lists-nothing-as', form }],
        polling: {
          unprovoked: true,
          ...(clock === null ? {} : { withinMs: promptMs, begin: () => clock.forward(intervalMs) }),
        },
      })
      waits.push({ form, scene })
    }
    const hurried = clock === null ? null : await secondsGoBy(stage, clock)
    await clock?.back()
    const interrupted = await playScene(stage, ledger, {
      name: 'interrupted',
      makes: [{ party: 'brreg', does: 'fails', on: 'detail', how: '500' }],
      publishes: [{ debtor: 'K63' }],
    })
    const latest = interrupted.notices.K63?.registreringstidspunkt ?? null
    const restarted = stage.offers('restart') ? await stage.hook('restart', {}) : null
    const news = await playScene(stage, ledger, {
      name: 'news',
      publishes: [{ debtor: 'K60' }, { debtor: 'K61', detail: inAllLetters }],
      lists: ['K60', 'K61', 'K63'],
    })
    const seen = await stage.seen()
    const isMoved = clock !== null
    return { target: stage.target, waits, hurried, interrupted, latest, restarted, news, seen, isMoved, intervalMs }
  },
})

const inAllLetters = {
  tingrett: { navn: 'Brønnøy tingrett' },
  bostyrer: { navn: 'Åse Ærlig Øvrebø', postnummer: '8900', poststed: 'BRØNNØYSUND' },
}

export interface Wait {
  readonly form: (typeof emptyForms)[number]
  readonly scene: Scene
}

/** Real time in which somebody whose clock was moved has to notice it. */
const promptMs = 3000
const minute = 60_000

interface MoveableClock {
  forward(ms: number): Promise<void>
  back(): Promise<void>
}

/** From the next working day at ten in the morning, when everybody is at work. */
async function moveableClock(stage: Stage): Promise<MoveableClock> {
  let now = nextMorning(Date.now())
  const set = async (to: string | null) => {
    await stage.tell('advance', { to })
    await stage.hook('clock', { now: to })
  }
  await stage.scene('ten-o-clock')
  await set(new Date(now).toISOString())
  return {
    forward: async (ms) => {
      now += ms
      await set(new Date(now).toISOString())
    },
    back: () => set(null),
  }
}

/** Nine in UTC is ten or eleven in Oslo. */
function nextMorning(from: number): number {
  const at = new Date(from)
  at.setUTCHours(9, 0, 0, 0)
  do at.setUTCDate(at.getUTCDate() + 1)
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6)
  return at.getTime()
}

/** Four times a quarter of a minute: who calls at every turn calls more than once a minute. */
async function secondsGoBy(stage: Stage, clock: MoveableClock): Promise<readonly Sighting[]> {
  await stage.scene('one-minute')
  const before = (await stage.seen()).length
  for (let turn = 0; turn < 4; turn++) {
    await clock.forward(minute / 4)
    const called = (all: readonly Sighting[]) => all.slice(before).filter(isListCall).length > turn
    await stage.until('a call after a quarter of a minute', called, 100)
  }
  // What fails is tried again, and that is KV-021's matter.
  return (await stage.seen()).slice(before).filter(isServed)
}
