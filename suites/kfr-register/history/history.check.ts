import { all, given, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { answered, hides, isShown, shows, taken } from '../judging.ts'
import { ceases, comesBack, dayAfter } from './acts.ts'
import { tenYears } from './ten-years.ts'

/** What becomes of relationships that have ended. */

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-061',
    hooks: ['clock'],
    turn: 'late',
    ask: ({ play }) => play(dayAfter),
    judge: ({ own, end, moved, everywhere }) =>
      given(all(answered(end, 200, 204), answered(moved, 200)), () =>
        all(
          ...everywhere.flatMap(({ version, today, around }) => [
            labelled(version, hides(today, own, 'the day after it ended')),
            labelled(version, shows(around, own, 'in a period that covers it')),
          ]),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-062',
    hooks: ['clock'],
    turn: 'late',
    ask: ({ play }) => play(comesBack),
    judge: ({ own, end, moved, again, inFirst, inBetween, inSecond }) =>
      given(all(answered(end, 200, 204), answered(moved, 200)), () =>
        all(
          taken(again),
          shows(inFirst, own, 'in its first period'),
          shows(inSecond, own, 'in its second period'),
          hides(inBetween, own, 'between the two'),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-064',
    hooks: ['clock', 'cease'],
    turn: 'late',
    ask: ({ play }) => play(ceases),
    judge: ({ gone, stays, added, addedElsewhere, told, moved, everywhere }) =>
      given(
        all(
          answered(added, 200, 201),
          answered(addedElsewhere, 200, 201),
          answered(told, 200),
          answered(moved, 200),
          ...everywhere.map(({ today }) => shows(today, stays, 'that of another institution')),
        ),
        () =>
          all(
            ...everywhere.flatMap(({ version, today, around }) => [
              labelled(version, hides(today, gone, 'the day after it ceased')),
              labelled(version, shows(around, gone, 'in a period that covers it')),
            ]),
          ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-053',
    hooks: ['clock'],
    turn: 'late',
    ask: ({ play }) => play(tenYears),
    judge: ({ own, end, before, after }) =>
      given(all(answered(end, 200, 204), answered(before.moved, 200), answered(after.moved, 200)), () =>
        all(
          ...before.everywhere.map(({ version, answer }) =>
            labelled(version, shows(answer, own, 'nine years and eleven months after its end')),
          ),
          // A period so long ago may be refused as well.
          ...after.everywhere.map(({ version, answer }) =>
            labelled(
              version,
              answer.finds(!isShown(answer, own), {
                what: 'ten years and a month after its end: the institution should not be shown',
                expected: 'no row of it, or a refusal',
                at: answer.status === 200 ? '/banks' : 'status',
              }),
            ),
          ),
        ),
      ),
  }),
]
