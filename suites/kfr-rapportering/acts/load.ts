import { usualIngestPerSecond } from '../../../contracts/kfr/operations.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { defineAct } from '../../kit/run/act.ts'
import { begin } from '../begin.ts'
import { lastEnd, skewOf } from '../clocks.ts'
import { closesAccount, firstLoad, opensAccount } from '../events.ts'
import { forgotten } from '../files.ts'
import { byName, type Happened, happen, hear } from '../happen.ts'
import { untilDelivered } from '../patience.ts'
import { rhythmOf } from '../rhythm.ts'
import { isBatch, isDone, kfrOf } from '../sightings.ts'

/**
 * The first day: the file of everybody who is a customer is refused once, made again and accepted; while the register takes
 * it in, somebody becomes a customer and somebody ceases to be one. Tokens are short, so that one runs out meanwhile.
 */
export const load = defineAct({
  name: 'kfr-load',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    await begin(stage, 'first-day')
    if (!stage.target.external.includes('maskinporten'))
      await stage.tell('stimulate', { stimulus: { party: 'maskinporten', does: 'short-tokens' } })
    await stage.tell('stimulate', {
      stimulus: { party: 'kfr', does: 'fails', on: 'batch', how: '400', code: 'KFR-010', times: 1 },
    })
    await stage.scene('file')
    // The first file is refused, and what failed may be tried again as late as was declared.
    const { reportMs, retryMs } = rhythmOf(stage.target)
    const sent = await happen(stage, [firstLoad], { withinMs: reportMs + retryMs })
    const accepted = (await stage.seen()).filter((one) => isBatch(one) && isDone(one)).at(-1)
    const ingestMs = accepted === undefined ? 0 : ingestionOf(accepted)
    await stage.scene('meanwhile')
    const begun =
      accepted === undefined ? [] : await happen(stage, [opensAccount('F12'), closesAccount('F13')], { waits: false })
    const skew = skewOf(await stage.seen())
    const later = await afterItsTime(stage, skew)
    const meanwhile = await hear(stage, begun, { withinMs: ingestMs * 1.5 + rhythmOf(stage.target).reportMs })
    if (accepted !== undefined) await stage.until('the file to be taken in', isTakenIn, ingestMs * 1.5 + 5000)
    const whole = accepted === undefined ? null : await everybodyAgain(stage)
    await stage.tell('calm', {})
    const seen = await stage.seen()
    const events = byName(sent, meanwhile, later)
    return { target: stage.target, events, skew, whole, left: forgotten(seen, gone), seen }
  },
})

/** Milliseconds that it should take, as the register says. */
export const ingestionOf = (batch: Sighting): number =>
  ((kfrOf(batch)?.batch?.entries ?? 0) / usualIngestPerSecond) * 1000

/** Whoever has ceased to be a customer meanwhile need not be in a file again. */
const gone = ['F13'] as const

/** Where the load is more than one file, that one was accepted says nothing of those in the one that was refused. */
const everybodyAgain = (stage: Stage) =>
  untilDelivered(
    stage,
    'everybody of the refused file to come again',
    (seen) => forgotten(seen, gone).length === 0,
    rhythmOf(stage.target).reportMs,
  )

const isTakenIn = (seen: readonly Sighting[]) => seen.some((one) => kfrOf(one)?.operation === 'ingested')

/**
 * Something to report, that comes about when every token that was seen has run out by any clock: how long the report of it
 * is on its way is then no matter. Whoever gets another token meanwhile is waited for again, and not for ever.
 */
async function afterItsTime(stage: Stage, skew: number): Promise<readonly Happened[]> {
  const clearly = async () => {
    const end = lastEnd(await stage.seen())
    return end === null ? null : (end + skew + 1) * 1000
  }
  let at = await clearly()
  if (at === null) return []
  await stage.scene('token-run-out')
  for (let turn = 0; turn < mostTokens && at !== null && Date.now() <= at; turn += 1) {
    const until: number = at
    await stage.until('a token to run out', () => Date.now() > until, until - Date.now())
    at = await clearly()
  }
  return happen(stage, [opensAccount('F38')])
}

const mostTokens = 3
