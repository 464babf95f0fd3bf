import { all, given, inconclusive, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { dated } from '../batch/acts.ts'
import { answered, hides, refused, rowsAt, shows } from '../judging.ts'
import { atOnce, life } from './acts.ts'

/** What becomes of a relationship that is added and ended singly. */

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-013',
    ask: ({ play }) => play(life),
    judge: ({ own, before, added, seen }) =>
      given(hides(before, own, 'before the POST'), () =>
        all(answered(added, 201), shows(seen, own, 'after the first POST')),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-014',
    ask: async ({ play }) => ({ once: await play(life), since: await play(dated) }),
    judge: ({ once, since }) =>
      all(
        given(all(answered(once.added, 201, 200), shows(once.seen, once.own, 'after the first POST')), () =>
          all(
            labelled('second POST', answered(once.again, 200)),
            once.stillSeen.finds(rowsAt(once.stillSeen, once.own).length <= 1, {
              what: 'after the second POST: the institution should be shown once',
              expected: 'one row of it',
              at: '/banks',
            }),
          ),
        ),
        given(
          all(
            shows(once.seen, once.own, 'after the first POST'),
            shows(since.onFirstDay.ofDated, once.own, 'in a period before today'),
          ),
          () =>
            all(
              labelled('POST of what a batch has added', answered(since.addedAgain, 200)),
              shows(since.afterPost, once.own, 'in the same period after that POST'),
            ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-015',
    ask: ({ play }) => play(atOnce),
    judge: ({ own, answers, list }) => {
      const created = answers.filter(({ status }) => status === 201)
      const [first] = created.slice(-1)
      // That a first POST is answered 201 is another row's.
      if (first === undefined) return inconclusive('need-not-met', 'none of them was answered 201 (KFRO-013)')
      const others = answers.filter(({ status }) => status !== 201)
      const exactlyOne = first.finds(created.length === 1, {
        what: `exactly one of ${answers.length} equal POSTs should be answered 201; ${created.length} were`,
        expected: 201,
        at: 'status',
      })
      return all(
        given(all(shows(list, own, 'afterwards'), ...others.map((answer) => answered(answer, 200))), () => exactlyOne),
        given(shows(list, own, 'afterwards'), () =>
          list.finds(rowsAt(list, own).length === 1, {
            what: 'the institution should be shown once',
            expected: 'one row of it',
            at: '/banks',
          }),
        ),
      )
    },
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-016',
    ask: ({ play }) => play(life),
    judge: ({ own, seen, ended }) =>
      given(shows(seen, own, 'before the DELETE'), () =>
        ended.status === 204
          ? all(
              answered(ended, 204),
              ended.finds(ended.answered?.content.form === 'empty', {
                what: 'should have no body',
                expected: 'empty',
                at: 'content',
              }),
            )
          : answered(ended, 204),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-017',
    ask: ({ play }) => play(life),
    judge: ({ ended, endedAgain, unknown }) =>
      all(
        labelled('never known', refused(unknown, 404, 'KFR-008')),
        given(answered(ended, 200, 204), () => labelled('ended before', refused(endedAgain, 404, 'KFR-008'))),
      ),
  }),
]
