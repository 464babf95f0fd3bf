import { notTested } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { withSealingInTest } from './capability.ts'
import { judgeLookups } from './lookups.ts'
import { askDuringOutage } from './outage.ts'

const cold = defineCheck(import.meta, {
  verifies: 'KI-ENC-009',
  needs: ['P1'],
  whileCold: true,
  /** The outage leaves every cache empty that the bank lets us empty, and the call after it looks everything up again. */
  ask: async (doors) => {
    const { usual: list } = await askDuringOutage(doors)
    return { list, seen: (await doors.observe()).filter(({ party }) => party === 'certpub') }
  },
  judge: ({ list, seen }) => judgeLookups(list, seen),
})

const check: Check = {
  ...cold,
  begin: async (doors) =>
    doors.target.external.includes('certpub')
      ? () => notTested('external-party', 'CertPub is the real one, and shows nobody what it is asked')
      : cold.begin(doors),
}

export default withSealingInTest(check)
