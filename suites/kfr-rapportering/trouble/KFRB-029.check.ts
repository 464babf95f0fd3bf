import { all, given, inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { trouble } from '../acts/trouble.ts'
import { happened } from '../grounds.ts'
import { isAbout, timeOf } from '../sightings.ts'

/** F22 becomes a customer and ceases to be one while its report fails: the two may not arrive swapped. */
export default defineCheck(import.meta, {
  verifies: 'KFRB-029',
  needs: ['F22'],
  hooks: ['open-account', 'close-account'],
  ask: async ({ play }) => play(trouble),
  judge: ({ events, seen }) =>
    given(all(happened(events['open F22']), happened(events['close F22'])), () => {
      const reports = seen.filter(isAbout('F22', 'add', 'end'))
      const ended = reports.find(isAbout('F22', 'end'))
      if (ended === undefined) return inconclusive('need-not-met', 'the end was not reported')
      // By when they came: what waits for its answer is told of later than what is answered at once.
      const swapped = reports.filter((one) => isAbout('F22', 'add')(one) && timeOf(one) > timeOf(ended))
      return swapped.length === 0
        ? ended.finds(true, { what: 'arrives after the report of the beginning', expected: 'the later', at: '/at' })
        : swapped.flatMap((one) =>
            one.finds(false, {
              what: `arrives after the report of the end (${ended.record.id}): the customer stays in the register`,
              expected: `before ${ended.record.at}`,
              at: '/at',
            }),
          )
    }),
})
