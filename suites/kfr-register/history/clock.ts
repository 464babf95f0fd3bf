import type { IsoDate } from '../../../contracts/calendar.ts'
import type { KfrVersion } from '../../../contracts/kfr/operations.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { versionsOf } from '../calls.ts'

/** Days and years that pass, for operators whose test environment lets its clock be moved. */

/** At noon in Oslo, or nearly: no day ends there in any season. */
export const setDay = (stage: Stage, day: IsoDate | null) =>
  stage.hook('clock', { now: day === null ? null : `${day}T11:00:00.000Z` })

/** The clock is the real one again, however it ends. */
export async function onMovedClock<Seen>(stage: Stage, play: () => Promise<Seen>): Promise<Seen> {
  try {
    return await play()
  } finally {
    await setDay(stage, null)
  }
}

export async function eachVersion<T>(stage: Stage, look: (version: KfrVersion) => Promise<T>) {
  const seen: ({ readonly version: KfrVersion } & T)[] = []
  for (const version of versionsOf(stage.target)) seen.push({ version, ...(await look(version)) })
  return seen
}
