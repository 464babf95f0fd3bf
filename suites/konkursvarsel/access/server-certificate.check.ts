import { all, labelled } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { trouble } from '../acts/trouble.ts'
import { asked } from '../delivered.ts'
import { brregOf } from '../sightings.ts'

/** Brreg presents itself as somebody who is not to be believed, or in a TLS that is too old: no request may come then. */
const row = (verifies: string, isOfRow: (scene: string) => boolean): Check =>
  defineCheck(import.meta, {
    verifies,
    ask: async ({ play }) => (await play(trouble)).doors.filter(({ name }) => isOfRow(name)),
    judge: (scenes) =>
      all(
        ...scenes.map(({ name, polled }) =>
          labelled(
            name,
            polled.calls.length === 0
              ? asked(polled)
              : polled.calls.flatMap((call) =>
                  call.finds(brregOf(call)?.asked === 'handshake', {
                    what: 'should hang up before anything is asked',
                    expected: 'handshake',
                    at: '/brreg/asked',
                  }),
                ),
          ),
        ),
      ),
  })

export default [row('KV-004', (name) => name !== 'old-tls'), row('KV-005', (name) => name === 'old-tls')]
