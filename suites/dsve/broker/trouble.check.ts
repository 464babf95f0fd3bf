import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import type { SceneName } from '../acts/fetching.ts'
import { heard, problemsOfRow } from '../judged.ts'
import { isBlamable } from '../round.ts'
import { answeredOf, answersTo, type Done, hearingsOf, isAcknowledged, isServed } from '../seen.ts'
import { answeredIn, aroundFetching, inScene, met, onFetching, type Scene, sceneOf } from './scenes.ts'

/** Whether a request is answered although something befell the broker, and what the bank did meanwhile. */

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
  ...inScene('twice', (scene) => {
    const { one, seen } = scene
    const [, second] = hearingsOf(one.sent?.fileTransferId ?? '', seen.seen)
    return all(
      given(met(second, 'that it hears of one transfer twice'), () => answeredIn(scene)),
      answersTo(one, seen.seen)
        .slice(1)
        .flatMap((other) =>
          other.finds(false, {
            what: 'one transfer should have one answer',
            expected: 'one answer',
            at: '/letter/what',
          }),
        ),
    )
  }),
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
]
