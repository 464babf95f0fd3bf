import type { Content } from '../../../contracts/report/evidence.ts'
import type { LoadSample } from '../../../contracts/report/load.ts'
import { isFailed } from './judge/latency.ts'
import { type ScenarioQuestion, unreadable } from './scenario.ts'
import type { Shot } from './schedule.ts'
import { mostHeld, type WindowOutcome } from './window.ts'

/** Whether what was answered under load is what is answered in calm. Read afterwards: opening costs more than sending. */

/** Of one window. */
const mostCompared = 2000
const large = 64 * 1024
const everyLarge = 10
/** Small ones and large ones share what can be held, and each may be twice as large as in calm. */
const mostExpected = mostHeld / 4

/** Spread over the whole window, so that its end is looked at like its beginning. */
export function keptOf(shots: readonly Shot[], bytesOf: (shot: Shot) => number): (n: number) => boolean {
  const sum = (isLarge: boolean) =>
    shots.map(bytesOf).reduce((all, bytes) => (bytes >= large === isLarge ? all + bytes : all), 0)
  const stride = Math.max(Math.ceil(shots.length / mostCompared), Math.ceil(sum(false) / mostExpected))
  const strideOfLarge = Math.max(everyLarge, Math.ceil(sum(true) / mostExpected))
  let larges = 0
  const kept = shots.map((shot, n) => {
    if (bytesOf(shot) >= large) return larges++ % strideOfLarge === 0
    return n % stride === 0
  })
  return (n) => kept[n] === true
}

interface Comparing extends Pick<WindowOutcome, 'samples' | 'kept'> {
  readonly questionOf: (n: number) => ScenarioQuestion | undefined
  readonly read: (text: string) => Promise<Content>
}

export async function compared({ samples, kept, questionOf, read }: Comparing) {
  const wrongs = new Map<number, string>(emptyOnes(samples, questionOf))
  let count = 0
  const byPlace = new Map(samples.map((sample) => [sample.n, sample]))
  for (const { n, body } of kept) {
    const sample = byPlace.get(n)
    const question = questionOf(n)
    if (sample === undefined || question === undefined || isFailed(sample)) continue
    count++
    const wrong = question.differs(await read(Buffer.from(body).toString('utf8')))
    if (wrong !== null) wrongs.set(n, wrong)
  }
  const marked = samples.map((sample): LoadSample => {
    const wrong = wrongs.get(sample.n)
    if (wrong === undefined) return sample
    return { ...sample, wrong, ...(wrong === unreadable ? { error: 'protocol' } : {}) }
  })
  return { samples: marked, compared: count }
}

/** Nothing where something is answered in calm is seen without reading: of all requests, and not of those that are kept. */
const emptyOnes = (samples: readonly LoadSample[], questionOf: Comparing['questionOf']) =>
  samples
    .filter((sample) => !isFailed(sample) && sample.bytes === 0 && (questionOf(sample.n)?.bytes ?? 0) > 0)
    .map(({ n }) => [n, unreadable] as const)
