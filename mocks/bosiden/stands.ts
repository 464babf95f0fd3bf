import type { All, Setting } from '../setting.ts'
import { type Bosiden, createBosiden } from './bosiden.ts'

type Asked = Pick<All, 'kfr' | 'maskinporten'>

/** Asks that register, with tokens from whom it believes. */
export function bosidenAt(setting: Setting, { kfr, maskinporten }: Asked): Bosiden {
  const { agencies, authority, debtors, broker } = setting
  const { customers = debtors } = setting.kfr
  const { clock } = broker
  return createBosiden({
    ...{ kfr, maskinporten, agency: agencies.consumer, directory: customers, trust: [authority.rootPem] },
    ...(clock === undefined ? {} : { now: clock.now }),
  })
}

/** Nobody where there is no register. */
export const bosidenIn = (setting: Setting, { kfr, maskinporten }: Partial<Asked>): { readonly bosiden?: Bosiden } =>
  kfr === undefined || maskinporten === undefined ? {} : { bosiden: bosidenAt(setting, { kfr, maskinporten }) }
