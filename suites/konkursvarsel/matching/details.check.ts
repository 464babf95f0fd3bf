import { all, along, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { foreignLinks } from '../acts/foreign-links.ts'
import { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { isLocked } from '../locked.ts'
import { brregOf, carries, detailsOf } from '../sightings.ts'

/** Of whom the detail is fetched, and where. */

type Evidence = Awaited<ReturnType<typeof openings.play>>

/** Somebody whom nobody has for a customer, and somebody who only bears a customer's name. */
function ofNobodyElse({ opened, seen }: Evidence): Judgement {
  const strangers = ['stranger', 'K5'].flatMap((name) => opened.notices[name] ?? [])
  return all(
    ...strangers.map((notice) =>
      along(delivered([opened], notice), () => {
        const what = 'should fetch no detail of a debtor who is not a customer'
        const details = detailsOf(seen, notice.uuid)
        if (details.length > 0)
          return details.flatMap((one) => one.finds(false, { what, expected: 'no call', at: '/path' }))
        const carrier = opened.polled.calls.find((call) => carries(call, notice.uuid))
        return carrier?.finds(true, { what, expected: null, at: '/path' }) ?? []
      }),
    ),
  )
}

/** Judged of those that were locked: whom the participant does not know, it asks nothing about. */
function ofCustomers({ target, opened, seen }: Evidence): Judgement {
  const locked = (['K46', 'K26', 'K27', 'K2'] as const).filter((debtor) => opened.notices[debtor] !== undefined)
  const judged = locked.map((debtor) =>
    along(isLocked({ target, scenes: [opened], debtor }), () => {
      const what = `should fetch the detail of the notice about ${debtor}`
      const uuid = opened.notices[debtor]?.uuid ?? ''
      const [detail] = detailsOf(seen, uuid)
      if (detail !== undefined) return detail.finds(true, { what, expected: null, at: '/path' })
      const carrier = opened.polled.calls.find((call) => carries(call, uuid))
      return (
        carrier?.finds(false, { what, expected: `a call to /konkursvarsler/${uuid}`, at: '/brreg/served/count' }) ?? []
      )
    }),
  )
  return judged.length === 0 ? inconclusive('fixture-missing', 'no debtor of these is there') : all(...judged)
}

const row = (verifies: string, judge: (evidence: Evidence) => Judgement): Check =>
  defineCheck(import.meta, { verifies, needs: ['K46'], ask: async ({ play }) => play(openings), judge })

const atHome = defineCheck(import.meta, {
  verifies: 'KV-034',
  needs: ['K62'],
  ask: async ({ play }) => play(foreignLinks),
  judge: ({ scene, seen }) => {
    const notice = scene.notices.K62
    return along(delivered([scene], notice), () => {
      const what = 'should ask at the configured host only'
      const details = detailsOf(seen, notice?.uuid ?? '')
      const carrier = scene.polled.calls.find((call) => carries(call, notice?.uuid ?? ''))
      if (details.length === 0) return carrier?.finds(true, { what, expected: null, at: '/path' }) ?? []
      return details.flatMap((one) =>
        one.finds(brregOf(one)?.way !== 'foreign-host', { what, expected: ['href', 'path'], at: '/brreg/way' }),
      )
    })
  },
})

export default [row('KV-032', ofNobodyElse), row('KV-033', ofCustomers), atHome]
