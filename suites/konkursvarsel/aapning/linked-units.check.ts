import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { along } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { haveStatus } from '../accounts.ts'
import { openings } from '../acts/openings.ts'
import { isLocked } from '../locked.ts'

/** Units that are one with a person are locked with the person. */
const row = (verifies: string, person: KonkursFixture, unit: KonkursFixture, what: string): Check =>
  defineCheck(import.meta, {
    verifies,
    needs: [person, unit],
    hooks: ['state'],
    ask: async ({ play }) => play(openings),
    judge: ({ target, opened }) =>
      along(isLocked({ target, scenes: [opened], debtor: person }), () =>
        haveStatus(opened.states[unit], { party: target.fixtures[unit], status: ['disabled'], what }),
      ),
  })

export default [
  row('KV-045', 'K10', 'K11', 'an account of the sole proprietorship should be locked with its owner’s'),
  row('KV-046', 'K12', 'K13', 'an account of the unit with forced registration should be locked with the person’s'),
]
