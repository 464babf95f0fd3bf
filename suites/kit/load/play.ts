import { setTimeout as sleep } from 'node:timers/promises'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import type { Asker, Watch } from '../ask/put.ts'
import type { Recorder } from '../ask/recorder.ts'
import type { Target } from '../target.ts'
import { compared } from './compare.ts'
import { reportOf } from './judge/figures.ts'
import { planOf, questionOf, written } from './plan.ts'
import type { LoadSettings } from './profile.ts'
import type { Pause, Scenario, ScenarioKind } from './scenario.ts'
import { mixOf, scheduleOf } from './schedule.ts'
import { inThread } from './thread.ts'

/** Plays the windows of a profile, one after the other, and records them. */

interface Playing {
  readonly target: Target
  readonly settings: LoadSettings
  readonly recorder: Recorder
  readonly watch: Watch
  readonly asker: Pick<Asker, 'written' | 'read'>
}

/** A lawful token lives 120 s, and one that is kept is given up after 60. */
const renewTokenMs = 30_000
const renewQuestionsMs = 300_000

/** Between two questions that are put for it: one a second above the rate is borne by whoever bears the rate. */
const renewPauseMs = 1000

/** Enough to know whether somebody stands still; everything above the limit is slow already. */
const longestWaitMs = 10_000

/** Beside the requests: connections before the first of them, and the making of the thread. */
const startMs = 15_000

export async function playScenario(scenario: Scenario, playing: Playing): Promise<readonly LoadWindow[]> {
  const { profile } = playing.settings
  const windows: LoadWindow[] = []
  for (let part = 1; part <= profile.windows; part++) {
    if (part > 1) await pause(playing, part)
    const kinds = part > 1 ? await renewed(scenario, async () => undefined) : null
    windows.push(await playWindow(kinds === null ? scenario : { ...scenario, kinds }, part, playing))
    playing.watch.interrupt.throwIfAborted()
  }
  return windows
}

async function pause({ settings: { profile }, watch }: Playing, part: number): Promise<void> {
  watch.waiting(`the time of window ${part} of ${profile.windows}`, new Date(Date.now() + profile.pauseMs))
  await sleep(profile.pauseMs, undefined, { signal: watch.interrupt })
}

async function playWindow(scenario: Scenario, part: number, playing: Playing): Promise<LoadWindow> {
  const { target, settings, recorder, watch, asker } = playing
  const { profile } = settings
  const { ratePerSecond = scenario.level.ratePerSecond } = settings
  const id = `w${recorder.loads.length + 1}`
  const seed = settings.seed + part - 1
  const deadlineMs = settings.deadlineMs ?? Math.min(target.deadlineMs, longestWaitMs)
  const kinds = scenario.kinds.map((kind) => ({ ...kind, questions: kind.questions.length }))
  const shots = scheduleOf({ n: profile.n, ratePerSecond, cadence: profile.cadence, seed, kinds })
  // So many cannot be under way while each of them ends in time, so that a stall of any length is seen in full.
  const cap = Math.ceil((ratePerSecond * deadlineMs * 1.5) / 1000) + 16
  const plan = await planOf(scenario, shots, id, { cap, deadlineMs }, playing)
  const until = new Date(Date.now() + startMs + (shots.at(-1)?.planned ?? 0) + deadlineMs)
  watch.waiting(id, until)
  const outcome = await inThread(plan, {
    interrupt: watch.interrupt,
    until,
    sent: (count) => watch.waiting(`${id} (${count} of ${shots.length} sent)`, until),
    renewals: renewalsOf(scenario, playing),
  })
  const { kept, samples, ...seen } = outcome
  const read = await compared({ samples, kept, questionOf: (n) => questionOf(scenario, shots[n]), read: asker.read })
  const window: LoadWindow = {
    id,
    name: scenario.name,
    profile: profile.name,
    part: { number: part, of: profile.windows },
    ratePerSecond,
    n: shots.length,
    seed,
    cadence: profile.cadence,
    cap,
    deadlineMs,
    mix: mixOf(shots, kinds),
    ...seen,
    ...read,
  }
  recorder.load(window, reportOf(window, scenario.level))
  return window
}

/** Null where the same questions cannot be asked anew: everything stays as it is then. */
async function renewed({ kinds, renew }: Scenario, pause: Pause): Promise<readonly ScenarioKind[] | null> {
  const next = (await renew?.(pause)) ?? null
  return next === null || countOf(next) !== countOf(kinds) ? null : next
}

function renewalsOf(scenario: Scenario, { asker, watch }: Playing) {
  const { kinds, renew, lastsForWindow = false } = scenario
  const token = async () => {
    const { authorization } = await written(kinds, asker)
    return { authorization }
  }
  const renewals = [{ everyMs: renewTokenMs, renew: token }]
  if (renew === undefined || lastsForWindow) return renewals
  const asked = async () => {
    const next = await renewed(scenario, () => sleep(renewPauseMs, undefined, { signal: watch.interrupt }))
    return next === null ? null : { questions: (await written(next, asker)).questions }
  }
  return [...renewals, { everyMs: renewQuestionsMs, renew: asked }]
}

const countOf = (kinds: readonly ScenarioKind[]) => kinds.map(({ questions }) => questions.length).join()
