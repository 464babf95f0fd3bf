import type { Answer } from '../../kit/ask/answer.ts'
import { all, given, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { type AroundStart, dated } from '../batch/acts.ts'
import { dayAfter } from '../history/acts.ts'
import { answered, hides, rowsOf, served, shows } from '../judging.ts'
import { atBoth } from '../own/acts.ts'
import { backAtOnce, bothByAgency } from './acts.ts'

/** Which institutions an agency is told of, by period. */

const covering = ['over its first day', 'inside', 'around all of it', 'today'] as const satisfies AroundStart[]

const once = (answer: Answer): Judgement => {
  const numbers = rowsOf(answer).map(({ number }) => String(number))
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at)
  return answer.finds(twice === undefined, {
    what: 'every institution should be shown once',
    expected: 'one row each',
    at: '/banks',
  })
}

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-041',
    ask: async ({ play }) => ({
      since: await play(dated),
      ofBoth: await play(atBoth),
      both: await play(bothByAgency),
      back: await play(backAtOnce),
    }),
    judge: ({ since: { own, other, accepted, lastSeen, onFirstDay, everywhere }, ofBoth, both, back }) =>
      all(
        given(
          all(
            answered(accepted, 201),
            shows(lastSeen, own, 'to its own institution, today'),
            shows(onFirstDay.ofDated, own, 'to its own institution, on its first day'),
          ),
          () =>
            all(
              ...everywhere.flatMap(({ version, answers }) => [
                ...covering.map((when) => labelled(version, shows(answers[when], own, when))),
                labelled(version, hides(answers.before, own, 'before')),
                // Of the institutions that report here one alone has ever had the customer.
                labelled(version, hides(answers['around all of it'], other, 'who has never reported the customer')),
                labelled(version, once(answers['around all of it'])),
              ]),
            ),
        ),
        given(
          all(
            shows(ofBoth.ofMine, ofBoth.mine, 'to the first institution'),
            shows(ofBoth.ofOther, ofBoth.other, 'to the second institution'),
          ),
          () =>
            all(
              ...both.flatMap(({ version, answer }) => [
                labelled(version, shows(answer, ofBoth.mine, 'a customer of two')),
                labelled(version, shows(answer, ofBoth.other, 'a customer of two')),
                labelled(
                  version,
                  given(served(answer), () => once(answer)),
                ),
              ]),
            ),
        ),
        given(answered(back.again, 200, 201), () =>
          all(
            ...back.seen.map(({ version, answer }) =>
              labelled(
                `${version}, back on the same day`,
                given(shows(answer, back.own, 'today'), () => once(answer)),
              ),
            ),
          ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-042',
    turn: 'late',
    ask: async ({ play, target }) => ({
      since: await play(dated),
      ended: target.hooks?.offers.includes('clock') === true ? await play(dayAfter) : null,
    }),
    judge: ({ since: { own, everywhere }, ended }) =>
      all(
        ...everywhere.map(({ version, answers }) =>
          labelled(
            version,
            given(shows(answers.inside, own, 'inside'), () =>
              all(
                shows(answers['its first day'], own, 'on its first day alone'),
                shows(answers['up to its first day'], own, 'up to its first day'),
                hides(answers.before, own, 'until the day before'),
              ),
            ),
          ),
        ),
        ...(ended?.everywhere ?? []).map(({ version, onLastDay, around }) =>
          labelled(
            version,
            given(shows(around, own, 'around its end'), () => shows(onLastDay, own, 'on its last day alone')),
          ),
        ),
      ),
  }),
]
