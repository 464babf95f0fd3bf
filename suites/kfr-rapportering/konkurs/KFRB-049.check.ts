import { accountsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import { all, given, inconclusive, type Judgement, notTested } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { asked } from '../../konkursvarsel/delivered.ts'
import { lock } from '../acts/lock.ts'
import { isHeard } from '../grounds.ts'
import { isAbout, timeOf } from '../sightings.ts'

type Evidence = Awaited<ReturnType<typeof lock.play>>

/** Without a lock nothing could come of one. */
const isLocked = ({ accounts }: Evidence): Judgement =>
  all(
    accounts.answers(200),
    accounts.finds(
      accountsOf(accounts.body).some(({ status }) => status === 'disabled'),
      { what: 'an account of F39 is locked', expected: 'disabled', at: '/accounts/0/status' },
    ),
  )

/** F39 is bankrupt and locked; that F40 is reported afterwards shows that the bank reports, and has had its time. */
export default defineCheck(import.meta, {
  verifies: 'KFRB-049',
  uses: ['F39', 'F40'],
  // After all that is asked of who follows Brreg: what is published here is no part of it.
  turn: 'last',
  ask: async ({ play, target }) => {
    if (target.kfr === undefined) return unobservable
    if (target.konkursvarsel === undefined) return unfollowed
    const { F39, F40 } = target.fixtures
    return F39 === undefined || F40 === undefined ? missing : play(lock)
  },
  judge: (evidence) => ('unjudged' in evidence ? evidence.unjudged : judge(evidence)),
})

const unobservable = {
  unjudged: notTested(
    'unobservable-here',
    'the participant says nothing of how it reports, so that no register stands',
  ),
}
const unfollowed = {
  unjudged: notTested(
    'unobservable-here',
    'the participant says nothing of how it follows konkursvarsler ("konkursvarsel"), so that no bankruptcy reaches it',
  ),
}
const missing = { unjudged: inconclusive('fixture-missing', 'the participant has no F39, or no F40') }

function judge(evidence: Evidence): Judgement {
  return given(all(asked(evidence.polled), isLocked(evidence), isHeard(evidence.events['open F40'], evidence)), () => {
    const { seen, published } = evidence
    const ends = seen.filter(isAbout('F39', 'end'))
    const [first] = seen.filter(isAbout('F40', 'add'))
    if (ends.length > 0 || first === undefined)
      return ends.flatMap((one) =>
        one.finds(false, {
          what: `ends the relationship of a customer who is bankrupt (${published.record.id})`,
          expected: 'no report',
          at: '/method',
        }),
      )
    return first.finds(timeOf(first) > 0, {
      what: 'the register hears of the next customer, and of no end for the one that is bankrupt',
      expected: 'POST',
      at: '/method',
    })
  })
}
