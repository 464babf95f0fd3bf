import { usualIngestPerSecond } from '../../../contracts/kfr/operations.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { defineAct } from '../../kit/run/act.ts'
import { begin } from '../begin.ts'
import { closesAccount, firstLoad, opensAccount } from '../events.ts'
import { forgotten } from '../files.ts'
import { byName, happen } from '../happen.ts'
import { rhythmOf } from '../rhythm.ts'
import { isBatch, isCall, isDone, kfrOf, timeOf } from '../sightings.ts'

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
    const sent = await happen(stage, [firstLoad])
    const accepted = (await stage.seen()).filter((one) => isBatch(one) && isDone(one)).at(-1)
    const ingestMs = accepted === undefined ? 0 : ingestionOf(accepted)
    await stage.scene('meanwhile')
    const { reportMs } = rhythmOf(stage.target)
    const meanwhile =
      accepted === undefined
        ? []
        : await happen(stage, [opensAccount('F12'), closesAccount('F13')], { withinMs: ingestMs * 1.5 + reportMs })
    if (accepted !== undefined) await stage.until('the file to be taken in', isTakenIn, ingestMs * 1.5 + 5000)
    const later = await afterItsTime(stage)
    const whole = accepted === undefined ? null : await everybodyAgain(stage)
    await stage.tell('calm', {})
    const seen = await stage.seen()
    const events = byName(sent, meanwhile, later)
    return { target: stage.target, events, whole, left: forgotten(seen, gone), seen }
  },
})

/** Milliseconds that it should take, as the register says. */
export const ingestionOf = (batch: Sighting): number =>
  ((kfrOf(batch)?.batch?.entries ?? 0) / usualIngestPerSecond) * 1000

/** Whoever has ceased to be a customer meanwhile need not be in a file again. */
const gone = ['F13'] as const

/** Where the load is more than one file, that one was accepted says nothing of those in the one that was refused. */
const everybodyAgain = (stage: Stage) =>
  stage.until(
    'everybody of the refused file to come again',
    (seen) => forgotten(seen, gone).length === 0,
    rhythmOf(stage.target).reportMs,
  )

const isTakenIn = (seen: readonly Sighting[]) => seen.some((one) => kfrOf(one)?.operation === 'ingested')

/** Longer than any clocks differ that a grant has shown to agree. */
const clearlyLateMs = 3000

/** A call long after the first token has run out; made here where none came by then. */
async function afterItsTime(stage: Stage) {
  const calls = (await stage.seen()).filter(isCall)
  const expires = calls.map((one) => kfrOf(one)?.token?.expires ?? null).find((at) => at !== null)
  const last = calls.at(-1)
  if (expires === undefined || expires === null || last === undefined) return []
  const clearly = expires * 1000 + clearlyLateMs
  if (timeOf(last) > clearly) return []
  await stage.scene('token-run-out')
  await stage.until('a token to run out', () => Date.now() > clearly, clearly - Date.now())
  return happen(stage, [opensAccount('F38')])
}
