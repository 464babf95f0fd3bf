import type { Changes } from '../kit/ask/request.ts'
import { notApplicable } from '../kit/judge/judgement.ts'
import type { Check } from '../kit/run/check.ts'
import type { Target } from '../kit/target.ts'

/** The instance in production profile: it has an issuer of its own, and no plain JSON. */

/** What makes a lawful call lawful there. */
export const inProduction = {
  via: 'production',
  token: { issuer: 'production' },
  headers: { Accept: 'application/jose' },
} as const satisfies Changes

/** Whether there is one, and an issuer of ours that makes tokens for it. */
export const isProductionAsked = ({ production, external }: Target): boolean =>
  production !== null && !external.includes('maskinporten')

/** Of checks that speak of such an instance alone. */
export const withProduction = (check: Check): Check => ({
  ...check,
  begin: async (doors) =>
    doors.target.production === null
      ? () => notApplicable('capability-absent', 'the participant offers no instance in production profile')
      : check.begin(doors),
})
