import { type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import { publishedNotices } from '../../../contracts/konkursvarsel/published.ts'
import { change } from '../../kit/ask/request.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { estateOf } from '../../kontrollinformasjon/bosiden.ts'
import { followNext } from '../../kontrollinformasjon/paging/walk.ts'
import { listOf } from '../as-brreg.ts'
import { openLedger } from '../ledger.ts'
import { poll } from '../poll.ts'
import { playScene } from '../scene.ts'

/** What takes days, for participants that let their clock be moved. */

const day = 86_400_000

const setClock = async (stage: Stage, at: number | null) => {
  const to = at === null ? null : new Date(at).toISOString()
  await stage.tell('advance', { to })
  return stage.hook('clock', { now: to })
}

/** Brreg is not to be reached for five days, on the first of which a notice was registered; then there is one in a night of a weekend. */
export const outage = defineAct({
  name: 'outage',
  polls: 4,
  movesClock: true,
  play: async (stage) => {
    const ledger = openLedger(stage, 'outage')
    const now = Date.now()
    const before = await playScene(stage, ledger, {
      name: 'first-day',
      makes: [{ party: 'brreg', does: 'outage' }],
      publishes: [{ debtor: 'K50' }],
      stays: true,
    })
    await stage.scene('fifth-day')
    await setClock(stage, now + 5 * day)
    const restarted = stage.offers('restart') ? await stage.hook('restart', {}) : null
    const during = await poll(stage, 'Brreg is still not to be reached')
    await stage.tell('calm', {})
    const after = await playScene(stage, ledger, { name: 'well-again', lists: ['K50'] })
    await stage.scene('weekend')
    const night = saturdayNight(now + 5 * day)
    // Nobody has to be at work in that night: it is fetched a day later.
    await setClock(stage, night + day)
    const saturday = await playScene(stage, ledger, {
      name: 'saturday',
      publishes: [{ debtor: 'K47', at: night }],
      lists: ['K47'],
    })
    await setClock(stage, null)
    return { target: stage.target, before, restarted, during, after, saturday, seen: await stage.seen() }
  },
})

/** Twenty minutes past nine in the evening, UTC, of the first Saturday from then on. */
function saturdayNight(from: number): number {
  const at = new Date(from)
  at.setUTCHours(21, 20, 0, 0)
  while (at.getUTCDay() !== 6 || at.getTime() < from) at.setUTCDate(at.getUTCDate() + 1)
  return at.getTime()
}

/** Two months after an opening the bostyrer asks again. */
export const twoMonthsLater = defineAct({
  name: 'two-months-later',
  polls: 1,
  movesClock: true,
  play: async (stage) => {
    await stage.scene('later')
    const moved = await setClock(stage, Date.now() + 61 * day)
    const polled = await poll(stage, 'two months later')
    const list = await stage.ask(listOf(stage.target, 'K48'))
    await setClock(stage, null)
    return { moved, polled, list }
  },
})

/** The published set as it came to who asked in 2018: all of it in one answer. */
export const publishedSet = defineAct({
  name: 'published-set',
  polls: 1,
  movesClock: true,
  play: async (stage) => {
    await stage.scene('2018')
    const installed = await stage.hook('install', {})
    await setClock(stage, Date.parse('2018-06-08T08:00:00.000Z'))
    const published = await stage.tell('publish', { publication: { notices: [], published: true } })
    const polled = await poll(stage, 'the published set')
    await setClock(stage, null)
    const debtors = []
    for (const { debitor, type, registreringstidspunkt } of publishedNotices.filter((one) => one.type === 'aapning')) {
      const ruling = registreringstidspunkt.slice(0, 10) as IsoDate
      const { list } = estateOf(stage.target, `published ${type} ${registreringstidspunkt}`, {
        id: debitor,
        kjennelsesdato: ruling,
      })
      debtors.push({
        debitor,
        // Of the last month: of who has had other notices since, the ruling of 2018 limits nothing.
        lists: (await followNext(stage, change(list, { query: { fromDate: minusMonths(stage.target.day, 1) } }))).pages,
        state: stage.offers('state') ? await stage.hook('state', { party: debitor }) : null,
      })
    }
    await stage.scene('as-before')
    await stage.hook('install', {})
    return { target: stage.target, installed, published, polled, debtors }
  },
})
