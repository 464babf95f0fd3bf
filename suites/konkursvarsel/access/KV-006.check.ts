import { defineCheck } from '../../kit/run/check.ts'
import { openings } from '../acts/openings.ts'
import { everySighting } from '../sighted.ts'
import { isUpdateCall } from '../sightings.ts'

/** HEAD and OPTIONS ask for nothing, and are noted only. */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

// What stands after oppdatert/ is the matter of KV-014.
export default defineCheck(import.meta, {
  verifies: 'KV-006',
  ask: async ({ play }) => play(openings),
  judge: ({ seen }) =>
    everySighting(
      seen,
      ({ asked }) => asked !== 'handshake',
      (sighting, { asked }) => [
        ...sighting.finds(harmless.has(sighting.record.method), {
          what: 'should use GET only',
          expected: 'GET',
          at: '/method',
        }),
        ...sighting.finds(asked !== 'other' || isUpdateCall(sighting.record.path), {
          what: 'should ask at a documented path, or at an address that was handed out',
          expected: [
            '/',
            '/konkursvarsler',
            '/konkursvarsler/{uuid}',
            '/konkursvarsler/oppdatert/{registreringstidspunkt}',
          ],
          at: '/path',
        }),
      ],
    ),
})
