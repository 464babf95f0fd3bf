import type { IsoDate } from '../../contracts/calendar.ts'
import type { KfrStimulus } from '../../contracts/kfr/stimuli.ts'
import type { Door } from '../tls/door.ts'
import type { Site } from './context.ts'

/** What the control protocol does to the register. */

interface Steered {
  readonly site: Site
  readonly door: Door
  /** At whose customers stimuli are about. */
  readonly participant: string
}

export function steer({ site, door, participant }: Steered) {
  const { moods, store, people, ingestion, hanging } = site
  const present = () => door.present(moods.presents() ?? 'lawful')
  const digestOf = (fixture: Parameters<typeof people.numberOf>[0]) => store.secret.cover(people.numberOf(fixture))
  return {
    async stimulate(stimulus: KfrStimulus) {
      if (stimulus.does === 'holds') {
        const since = (stimulus.since ?? site.today()) as IsoDate
        const until = (stimulus.until ?? null) as IsoDate | null
        store.register.put({ institution: participant, customer: digestOf(stimulus.customer), since, until })
        return
      }
      if (stimulus.does === 'loses') {
        store.register.remove({ institution: participant, customer: digestOf(stimulus.customer) })
        return
      }
      moods.add(stimulus)
      if (stimulus.does === 'presents') await present()
      if (stimulus.does === 'ingests') ingestion.go()
    },
    async calm() {
      const wasUnlawful = moods.presents() !== null
      moods.calm()
      for (const response of hanging) response.socket?.destroy()
      hanging.clear()
      if (wasUnlawful) await present()
      ingestion.go()
    },
  }
}
