import { all, given, inconclusive, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import type { SceneName } from '../acts/fetching.ts'
import { type Answers, heard, problemsOfRow } from '../judged.ts'
import type { Put } from '../questions.ts'
import { isBlamable } from '../round.ts'
import { actsIn, actsOn, answeredOf, answersTo, type Done, isAcknowledged, isServed } from '../seen.ts'
import { aroundFetching, type Fetching, onBoth, onFetching } from './scenes.ts'

/** Whether a request is answered although something befell the broker, and what the bank did meanwhile. */

/** What a scene has to judge: its question, and what the bank did about it. */
interface Scene {
  readonly one: Put
  /** About the request. */
  readonly acts: readonly Done[]
  /** Of the whole scene. */
  readonly all: readonly Done[]
  readonly seen: Fetching
}

function sceneOf(seen: Fetching, name: SceneName): Scene | null {
  const [one] = seen.scenes[name]?.put ?? []
  if (one?.sent == null) return null
  const acts = actsOn(one.sent.fileTransferId, seen.seen)
  const inScene = actsIn(seen.seen).filter(({ sighting }) => sighting.record.epoch.endsWith(`/${name}`))
  return { one, acts, all: inScene, seen }
}

const answeredIn = ({ one, seen }: Scene): Judgement => heard([one], aroundFetching(seen))

/** That the bank met what was made for it; who came before it did, or not at all, shows nothing. */
const met = (done: Done | undefined, what: string): Judgement =>
  done === undefined
    ? inconclusive('need-not-met', `the bank did not meet it: ${what}`)
    : done.sighting.finds(true, { what: `the bank met it: ${what}`, expected: null, at: '/status' })

const inScene = (name: SceneName, judge: (scene: Scene) => Judgement) =>
  onFetching((seen) => {
    const scene = sceneOf(seen, name)
    return scene === null ? inconclusive('need-not-met', 'the megler could not ask') : judge(scene)
  })

const cutOff = defineCheck(import.meta, {
  verifies: 'DSVE-019',
  ...inScene('cut-off', (scene) => {
    const cut = scene.acts.find(({ act }) => act.download?.whole === false)
    return given(met(cut, 'a download that ends in the middle'), () => all(answeredIn(scene), wholeBefore(scene)))
  }),
})

const wholeBefore = ({ acts }: Scene): Judgement =>
  acts
    .filter((one) => one.act.operation === 'confirm' && isServed(one))
    .flatMap((confirm) =>
      confirm.sighting.finds(
        acts.slice(0, acts.indexOf(confirm)).some(({ act }) => act.download?.whole === true),
        {
          what: 'what ended in the middle is fetched again before it is confirmed',
          expected: 'a whole download',
          at: '/act/operation',
        },
      ),
    )

const retried = defineCheck(import.meta, {
  verifies: 'DSVE-023',
  ...onFetching((seen) => {
    const failures = { 'server-error': 500, 'token-refused': 401 } as const
    return (Object.entries(failures) as [keyof typeof failures, number][]).flatMap(([name, status]) => {
      const scene = sceneOf(seen, name)
      if (scene === null) return inconclusive('need-not-met', 'the megler could not ask')
      const failed = scene.all.find(({ act }) => act.status === status)
      return given(met(failed, `a call that is answered with ${status}`), () => answeredIn(scene))
    })
  }),
})

const confirm200 = defineCheck(import.meta, {
  verifies: 'DSVE-020',
  ...inScene('confirm-200', (scene) => {
    const confirms = scene.acts.filter(({ act }) => act.operation === 'confirm')
    const [first] = confirms.filter(({ act }) => act.status === 200)
    return given(met(first, 'a confirmation that is answered with 200'), () =>
      all(
        answeredIn(scene),
        noMore(
          confirms.slice(confirms.indexOf(first ?? (confirms[0] as Done))),
          1,
          '200 with nothing in it is a success',
        ),
      ),
    )
  }),
})

const confirmLost = defineCheck(import.meta, {
  verifies: 'DSVE-021',
  ...inScene('confirm-lost', (scene) => {
    const confirms = scene.acts.filter(({ act }) => act.operation === 'confirm')
    const again = confirms.find(({ act }) => act.refused?.number === 10)
    return given(met(again, 'number 10, when it confirmed again'), () =>
      all(answeredIn(scene), noMore(confirms, 3, 'number 10 says that it was done before')),
    )
  }),
})

const noMore = (confirms: readonly Done[], most: number, why: string): Judgement =>
  confirms.slice(-1).flatMap(({ sighting }) =>
    sighting.finds(confirms.length <= most, {
      what: `${why}: ${confirms.length} confirmations of one transfer`,
      expected: `${most} at most`,
      at: '/act/operation',
    }),
  )

const sentAnew = defineCheck(import.meta, {
  verifies: 'DSVE-069',
  ...inScene('scan-fails', (scene) => {
    const begun = scene.all.filter(({ act }) => act.operation.startsWith('initialise') && act.request !== undefined)
    const isAnswered = answersTo(scene.one, scene.seen.seen).length > 0
    // A first transfer that got through did not meet it.
    if (isAnswered && begun.length < 2) return met(undefined, 'an upload that does not pass the scan')
    return all(
      answeredIn(scene),
      begun.slice(-1).flatMap(({ sighting }) =>
        sighting.finds(true, {
          what: `${begun.length} transfers were begun for the answer`,
          expected: null,
          at: '/act/operation',
        }),
      ),
    )
  }),
})

const onceOnly = defineCheck(import.meta, {
  verifies: 'DSVE-022',
  ...inScene('twice', (scene) =>
    all(
      answeredIn(scene),
      answersTo(scene.one, scene.seen.seen)
        .slice(1)
        .flatMap((other) =>
          other.finds(false, {
            what: 'one transfer should have one answer',
            expected: 'one answer',
            at: '/letter/what',
          }),
        ),
    ),
  ),
})

const tolerant = (row: string, name: SceneName, more: (scene: Scene) => Judgement = () => []) =>
  defineCheck(import.meta, {
    verifies: row,
    ...inScene(name, (scene) =>
      all(answeredIn(scene), more(scene), problemsOfRow(row, answeredOf([scene.one], scene.seen.seen))),
    ),
  })

/** They stay odd for as long as one is waited for: who answers only when they are usual again has tripped over them. */
function meanwhile({ one, seen }: Scene): Judgement {
  const [answer] = answersTo(one, seen.seen)
  if (answer === undefined) return []
  const inTime = answer.record.epoch.endsWith('/odd-entries')
  if (!inTime && !isBlamable(seen.target))
    return inconclusive(
      'deadline',
      `${one.name}: was answered when the entries were usual again, and no time is declared`,
    )
  return answer.finds(inTime, {
    what: `${one.name}: is answered while the entries are odd, and not only afterwards`,
    expected: 'answered',
    at: '/letter/what',
  })
}

const strangers = defineCheck(import.meta, {
  verifies: 'DSVE-016',
  ...onFetching((fetched) => {
    const { strangers: round, seen } = fetched
    const known = round.put.filter(({ row }) => row !== null)
    const answered = answeredOf(
      round.put.filter(({ row }) => row === null),
      seen,
    )
    return all(
      heard(known, aroundFetching(fetched)),
      answered.flatMap(({ put, sighting, reply }) =>
        sighting.finds(!isAcknowledged(reply) && reply.propertyList.messageType === undefined, {
          what: `${put.name}: is none of the two requests, and nobody’s to answer`,
          expected: 'no answer',
          at: '/letter/reply/propertyList/messageType',
        }),
      ),
    )
  }),
})

/** As many as are allowed, and as many again: more waits here than ever at once, and each hundred is a search. */
const mostSearches = 20
/** A minute, less a tenth: who searches every six seconds is not held to what a busy machine makes of it. */
const windowMs = 54_000
/** Of each look that the harness asks for, a bank may search until nothing more is found. */
const searchesOfPoll = 4

/** After 429 it waits as long as it is told to; and by itself it does not come more often than it may. */
const pace = defineCheck(import.meta, {
  verifies: 'DSVE-014',
  ...onBoth((both) =>
    [both.answers, both.fetching].some(({ seen }) => searchesIn(seen).length > 0)
      ? all(backedOff(both.fetching), paced(both.answers))
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
      refused?.sighting.finds(soon.length <= atOnce, {
        what: `after 429 a search waits for the second that it was told: ${soon.length} did not`,
        expected: 429,
        at: '/act/status',
      }) ?? [],
    ),
  )
}
/** Its own look and the one that it is asked for may fall together: they know nothing of each other. */
const atOnce = 5
/** A second, less what a clock may lag. */
const toldToWaitMs = 950

function paced({ seen, target, first, again }: Answers): Judgement {
  const searches = searchesIn(seen)
  const [any] = searches.slice(-1)
  if (any === undefined) return []
  const times = searches.map(({ act }) => Date.parse(act.at))
  const most = Math.max(...times.map((begun) => times.filter((at) => at >= begun && at < begun + windowMs).length))
  const polls = target.hooks?.offers.includes('poll') === true ? first.polls + again.polls : 0
  const allowed = mostSearches + polls * searchesOfPoll
  return any.sighting.finds(most <= allowed, {
    what: `${most} searches within a minute${polls > 0 ? `, in which it was asked to look ${polls} times` : ''}`,
    expected: `${allowed} at most`,
    at: '/act/operation',
  })
}

export default [
  cutOff,
  retried,
  confirm200,
  confirmLost,
  sentAnew,
  onceOnly,
  tolerant('DSVE-006', 'odd-entries', meanwhile),
  tolerant('DSVE-195', 'akeldo-outage'),
  strangers,
  pace,
]
