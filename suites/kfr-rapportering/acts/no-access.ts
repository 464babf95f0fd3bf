import { defineAct } from '../../kit/run/act.ts'
import { begin } from '../begin.ts'
import { opensAccount } from '../events.ts'
import { byName, happen } from '../happen.ts'
import { untilRepeated } from '../patience.ts'
import { isAbout } from '../sightings.ts'
import { failing, make } from './orders.ts'

/** The register lets the bank in no more. After everything else: whoever then reports nothing at all does what it should. */
export const noAccess = defineAct({
  name: 'kfr-no-access',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    await begin(stage, 'no-access')
    await make(stage, failing('F18', '403'))
    const refused = await happen(stage, [opensAccount('F18')])
    await untilRepeated(stage, 'F18 to be reported again', isAbout('F18', 'add'), ({ record }) => record.status === 403)
    await stage.tell('calm', {})
    return { target: stage.target, events: byName(refused), seen: await stage.seen() }
  },
})
