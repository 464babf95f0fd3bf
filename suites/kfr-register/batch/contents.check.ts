import { all, given, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { answered, hides, rowsAt, served, shows } from '../judging.ts'
import { dated, published } from './acts.ts'

/** What a batch leaves in the register. */

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-026',
    ask: ({ play }) => play(published),
    judge: ({ own, accepted, found }) =>
      accepted.status === 201
        ? all(
            answered(accepted, 201),
            ...found.map((answer, index) => labelled(`element ${index + 1}`, shows(answer, own, 'afterwards, today'))),
          )
        : answered(accepted, 201),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-027',
    ask: ({ play }) => play(dated),
    judge: ({ own, accepted, lastSeen, onFirstDay, dayBefore }) =>
      given(answered(accepted, 201), () =>
        all(
          shows(lastSeen, own, 'without a date, today'),
          labelled('with a date', shows(onFirstDay.ofDated, own, 'on its first day')),
          labelled('with a date', hides(dayBefore, own, 'on the day before')),
          labelled('an organisation with a date', shows(onFirstDay.ofOrganisation, own, 'on its first day')),
          labelled('without a date', hides(onFirstDay.ofUndated, own, 'before today')),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-035',
    ask: ({ play }) => play(dated),
    judge: ({ own, afterPost, acceptedAgain, behind, lastSeenAgain, ownAgain, everywhereAgain }) =>
      given(
        all(
          answered(acceptedAgain, 201, 200),
          answered(behind, 201),
          shows(lastSeenAgain, own, 'of the batch after it'),
          shows(afterPost, own, 'in a period before today, before it'),
        ),
        () =>
          all(
            shows(ownAgain, own, 'in a period before today'),
            ...[ownAgain, ...everywhereAgain].map((answer) =>
              given(served(answer), () =>
                answer.finds(rowsAt(answer, own).length <= 1, {
                  what: 'the institution should be shown once',
                  expected: 'one row of it',
                  at: '/banks',
                }),
              ),
            ),
          ),
      ),
  }),
]
