import { all, along, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { isLocked } from '../locked.ts'
import { areOpen, type Evidence, slettingWorks } from './reopens.ts'

/** Where Brreg is refused after a sletting at all, it is refused after this one. */
const isOver = ({ later, again }: Evidence): Judgement => {
  const list = again.lists.K45
  if (list === undefined || later.lists.K16?.status === 200) return []
  return list.finds(list.status !== 200, {
    what: 'no opening should be left over of one that was delivered twice',
    expected: later.lists.K16?.status ?? null,
    at: 'status',
  })
}

/** Delivered twice, and taken back once: whoever counted it twice has a lock left over. */
export default defineCheck(import.meta, {
  verifies: 'KV-026',
  needs: ['K45', 'K55'],
  ask: async ({ play }) => play(openings),
  judge: (evidence) => {
    const { target, opened, later, again } = evidence
    const ground = all(
      isLocked({ target, scenes: [opened], debtor: 'K45' }),
      delivered([later], later.notices['again K45']),
    )
    return along(ground, () =>
      all(
        isLocked({
          target,
          scenes: [later],
          debtor: 'K45',
          notice: 'again K45',
          what: 'the same notice should change nothing',
        }),
        again.states.K45 === undefined
          ? []
          : along(all(slettingWorks(evidence), delivered([again], again.notices['K45 sletting'])), () =>
              all(
                areOpen(
                  evidence,
                  'K45',
                  again.states.K45,
                  'a sletting should undo an opening that was delivered twice',
                ),
                isOver(evidence),
              ),
            ),
      ),
    )
  },
})
