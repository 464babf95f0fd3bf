import { all, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { type Answers, heard, putIn } from '../judged.ts'
import { actsOn, isServed } from '../seen.ts'
import { aroundFetching, type Fetching, onBoth } from './scenes.ts'

/** Whatever was fetched is confirmed in the end, and what was confirmed outlives the process that fetched it. */
export default defineCheck(import.meta, {
  verifies: 'DSVE-018',
  ...onBoth((both) => all(confirmed(both.answers), outlived(both.fetching))),
})

function confirmed(seen: Answers): Judgement {
  const fetched = putIn(seen).flatMap(({ isPlain, sent }) => {
    const acts = isPlain && sent !== null ? actsOn(sent.fileTransferId, seen.seen) : []
    const [download] = acts.filter(({ act }) => act.download?.whole === true)
    return download === undefined ? [] : [{ download, acts }]
  })
  if (fetched.length === 0) return inconclusive('need-not-met', 'nothing was fetched whole')
  return fetched.flatMap(({ download, acts }) =>
    download.sighting.finds(
      acts.some((one) => one.act.operation === 'confirm' && isServed(one)),
      { what: 'what was fetched is confirmed', expected: 'confirmdownload', at: '/act/operation' },
    ),
  )
}

/** Only where the bank can be stopped, and had confirmed by then. */
function outlived(seen: Fetching): Judgement {
  const [one] = seen.stopped?.put ?? []
  if (one?.sent == null) return []
  const acts = actsOn(one.sent.fileTransferId, seen.seen)
  const isConfirmed = acts.some((each) => each.act.operation === 'confirm' && isServed(each))
  return isConfirmed ? heard([one], aroundFetching(seen)) : []
}
