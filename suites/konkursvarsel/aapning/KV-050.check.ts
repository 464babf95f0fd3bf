import { inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { outage } from '../acts/clocked.ts'
import { openings } from '../acts/openings.ts'
import { isLocked, onOrdinary } from '../locked.ts'

/** On weekdays between eight and four in Oslo, which is where the register sits. */
function isOpeningHour(iso: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Oslo',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(new Date(iso))
    .map(({ value }) => value)
  const hour = Number(parts.find((part) => /^\d+$/.test(part)))
  return !parts.some((part) => part === 'Sat' || part === 'Sun') && hour >= 8 && hour < 16
}

export default defineCheck(import.meta, {
  verifies: 'KV-050',
  needs: ['K47'],
  turn: 'late',
  ask: async ({ play, target }) => {
    const ordinary = await play(openings)
    const isMoved = target.hooks?.offers.includes('clock') === true
    return { target, ordinary, scene: isMoved ? (await play(outage)).saturday : ordinary.opened }
  },
  judge: ({ target, ordinary, scene }) => {
    const registered = scene.notices.K47?.registreringstidspunkt
    if (registered === undefined) return inconclusive('fixture-missing', 'the participant has no K47')
    if (isOpeningHour(registered))
      return inconclusive(
        'need-not-met',
        'notices are registered now, which is an opening hour; a run outside of 08–16, or the hook clock, shows it',
      )
    return onOrdinary({ ordinary }, () =>
      isLocked({ target, scenes: [scene], debtor: 'K47', what: 'a notice of the weekend should be acted on' }),
    )
  },
})
