import type { Content } from '../../../contracts/report/evidence.ts'
import type { LoadSample } from '../../../contracts/report/load.ts'
import { isFailed } from './judge/latency.ts'
import type { ScenarioQuestion } from './scenario.ts'
import type { Shot } from './schedule.ts'
import type { WindowOutcome } from './window.ts'

/** Whether what was answered under load is what is answered in calm. Read afterwards: opening costs more than sending. */

/** Of one window. */
const mostCompared = 2000
const large = 64 * 1024
const everyLarge = 10

/** Spread over the whole window, so that its end is looked at like its beginning. */
export function keptOf(shots: readonly Shot[], bytesOf: (shot: Shot) => number): (n: number) => boolean {
  const stride = Math.ceil(shots.length / mostCompared)
  let larges = 0
  const kept = shots.map((shot, n) => {
    if (bytesOf(shot) >= large) return larges++ % everyLarge === 0
    return n % stride === 0
  })
  return (n) => kept[n] === true
}

interface Comparing extends Pick<WindowOutcome, 'samples' | 'kept'> {
  readonly questionOf: (n: number) => ScenarioQuestion | undefined
  readonly read: (text: string) => Promise<Content>
}

export async function compared({ samples, kept, questionOf, read }: Comparing) {
  const wrongs = new Map<number, string>()
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
    return wrong === undefined ? sample : { ...sample, wrong }
  })
  return { samples: marked, compared: count }
}
