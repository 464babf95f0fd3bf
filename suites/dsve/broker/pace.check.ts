import { all, given, inconclusive, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { roundsOf } from '../judged.ts'
import type { Round } from '../round.ts'
import { actsIn, isServed } from '../seen.ts'
import { answeredIn, aroundFetching, type Fetching, met, onBoth, sceneOf } from './scenes.ts'

/** How often a bank searches by itself, and what it makes of being told that it was too often. */

/** As many as are allowed; and as many again where more waits than ever at once, and each hundred is a search. */
const mostSearches = 10
const mostWhereManyWait = 20
/** A minute, less a tenth: who searches every six seconds is not held to what a busy machine makes of it. */
const windowMs = 54_000
/** Of each look that the harness asks for, a bank may search until nothing more is found. */
const searchesOfPoll = 4

/** After 429 it waits as long as it is told to; and by itself it does not come more often than it may. */
export default defineCheck(import.meta, {
  verifies: 'DSVE-014',
  ...onBoth((both) =>
    [both.answers, both.fetching].some(({ seen }) => searchesIn(seen).length > 0)
      ? all(
          backedOff(both.fetching),
          paced(both.answers, roundsOf(both.answers).rounds, mostWhereManyWait),
          paced(both.fetching, aroundFetching(both.fetching).rounds, mostSearches),
        )
      : notApplicable('did-not-occur', 'the bank did not search'),
  ),
})

const searchesIn = (seen: Fetching['seen']) => actsIn(seen).filter(({ act }) => act.operation === 'search')

function backedOff(seen: Fetching): Judgement {
  const scene = sceneOf(seen, 'search-limited')
  if (scene === null) return inconclusive('need-not-met', 'the megler could not ask')
  const searches = scene.all.filter(({ act }) => act.operation === 'search')
  const limited = searches.findIndex(({ act }) => act.status === 429)
  const refused = searches[limited]
  const soon = searches.slice(limited + 1).filter(({ act }) => {
    const ms = Date.parse(act.at) - Date.parse(refused?.act.at ?? act.at)
    return ms < toldToWaitMs
  })
  return given(met(refused, 'a search that is answered with 429'), () =>
    all(
      answeredIn(scene),
      soon.slice(-1).flatMap(({ sighting }) =>
        sighting.finds(soon.length <= atOnce, {
          what: `after 429 a search waits for the second that it was told: ${soon.length} did not`,
          expected: 'a second later',
          at: '/act/at',
        }),
      ),
    ),
  )
}
/** Its own look and the one that it is asked for may fall together: they know nothing of each other. */
const atOnce = 2
/** A second, less what a clock may lag. */
const toldToWaitMs = 950

function paced({ seen }: Pick<Fetching, 'seen'>, rounds: readonly Round[], most: number): Judgement {
  // One that was refused is made again; that this is not too soon is looked at by itself.
  const searches = searchesIn(seen).filter(isServed)
  const [any] = searches.slice(-1)
  if (any === undefined) return []
  const times = searches.map(({ act }) => Date.parse(act.at))
  const count = Math.max(...times.map((begun) => times.filter((at) => at >= begun && at < begun + windowMs).length))
  const asked = rounds.reduce((sum, round) => sum + round.asked, 0)
  const allowed = most + asked * searchesOfPoll
  return any.sighting.finds(count <= allowed, {
    what: `${count} searches within a minute${asked > 0 ? `, and it was asked to look ${asked} times` : ''}`,
    expected: `${allowed} at most`,
    at: '/act/operation',
  })
}
