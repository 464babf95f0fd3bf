import { defineCheck } from '../../kit/run/check.ts'
import { openings } from '../acts/openings.ts'
import { everySighting } from '../sighted.ts'

export default defineCheck(import.meta, {
  verifies: 'KV-015',
  ask: async ({ play }) => play(openings),
  judge: ({ seen }) =>
    everySighting(
      seen,
      ({ asked }) => asked === 'full-list' || asked === 'updated-list',
      (sighting, { asked }) =>
        sighting.finds(asked === 'updated-list', {
          what: 'should ask for what is new, and not for everything',
          expected: 'updated-list',
          at: '/brreg/asked',
        }),
    ),
})
