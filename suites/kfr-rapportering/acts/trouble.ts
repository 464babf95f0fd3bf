import type { KfrStimulus } from '../../../contracts/kfr/stimuli.ts'
import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import type { Waited } from '../../../contracts/report/evidence.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { Done, Sighting } from '../../kit/ask/witness.ts'
import { defineAct } from '../../kit/run/act.ts'
import { begin } from '../begin.ts'
import { closesAccount, opensAccount } from '../events.ts'
import { byName, type Happened, happen } from '../happen.ts'
import { rhythmOf } from '../rhythm.ts'
import { isAbout, isDone, isReport, kfrOf } from '../sightings.ts'

/** The register refuses, fails and is silent in every way, with a report behind each; then it is well again, and nothing may be lost. */
export const trouble = defineAct({
  name: 'kfr-trouble',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    await begin(stage, 'refusals')
    await make(
      stage,
      { does: 'loses', customer: 'F15' },
      failing('F16', '400'),
      times(1, failing('F17', '401')),
      failing('F18', '403'),
    )
    const refused = await happen(stage, [
      closesAccount('F15'),
      opensAccount('F16'),
      opensAccount('F18'),
      opensAccount('F17'),
    ])
    await delivered(
      stage,
      refused.filter(({ event }) => event.about === 'F17'),
    )
    await stage.scene('failures')
    await make(
      stage,
      times(2, failing('F19', '500')),
      times(1, failing('F20', 'hang')),
      times(2, failing('F21', 'reset')),
    )
    const failed = await happen(stage, [opensAccount('F19'), opensAccount('F20'), opensAccount('F21')])
    const afterFailures = await delivered(stage, failed)
    const order = await beginsAndEnds(stage)
    await stage.tell('calm', {})
    await delivered(stage, order, 'end')
    const { begun: outage, afterOutage } = await manyAtOnce(stage)
    const crowd = await manyEnds(stage, [...failed, ...order, ...outage])
    const door = await wrongCertificate(stage)
    return {
      target: stage.target,
      afterFailures,
      afterOutage,
      events: byName(refused, failed, order, outage, crowd, door),
      seen: await stage.seen(),
    }
  },
})

type Order = Omit<Extract<KfrStimulus, { does: 'fails' }>, 'party'>
const failing = (customer: KfrFixture, how: Order['how']): Order => ({ does: 'fails', on: 'add', how, customer })
const times = (count: number, order: Order): Order => ({ ...order, times: count })

async function make(
  stage: Stage,
  ...stimuli: readonly (Order | { does: 'loses'; customer: KfrFixture })[]
): Promise<void> {
  for (const stimulus of stimuli)
    if (stage.target.fixtures[stimulus.customer as KfrFixture] !== undefined)
      await stage.tell('stimulate', { stimulus: { party: 'kfr', ...stimulus } })
}

/** Waits until what happened was reported with success. Null where nothing is known to have happened. */
async function delivered(
  stage: Stage,
  happened: readonly Happened[],
  operation: 'add' | 'end' = 'add',
): Promise<Done | null> {
  const those = happened.flatMap(({ event: { about, reports }, by }) =>
    about !== null && reports === operation && by !== null && isKnown(by) ? [about] : [],
  )
  if (those.length === 0) return null
  const { reportMs, silenceMs, retryMs } = rhythmOf(stage.target)
  return stage.until(
    `${those.join(', ')} to be reported with success`,
    (all) => those.every((one) => all.some((sighting) => isAbout(one, operation)(sighting) && isDone(sighting))),
    reportMs + silenceMs + retryMs,
  )
}

const isKnown = (by: Answer | Done) => ('exchange' in by ? by.status === 200 : (by.record.outcome as Waited).met)

/** Somebody begins while reports fail, and ends before one came through; another report shows that the bank goes on. */
async function beginsAndEnds(stage: Stage): Promise<readonly Happened[]> {
  await stage.scene('order')
  await make(stage, failing('F22', '500'))
  const begins = await happen(stage, [opensAccount('F22')])
  const number = numberIn(begins[0])
  const ends = number === null ? [] : await happen(stage, [closesAccount('F22', { number })], { waits: false })
  const marker = await happen(stage, [opensAccount('F23')])
  return [...begins, ...ends, ...marker]
}

function numberIn(one: Happened | undefined): string | null {
  const by = one?.by
  if (by === null || by === undefined || !('exchange' in by)) return null
  const { accountIdentifier } = ((by as Answer).body ?? {}) as { readonly accountIdentifier?: unknown }
  return typeof accountIdentifier === 'string' ? accountIdentifier : null
}

const many = ['F24', 'F25', 'F26', 'F27', 'F28', 'F29', 'F30', 'F31', 'F32', 'F33', 'F34'] as const

/** More reports than a second holds, while the register answers nobody. */
async function manyAtOnce(stage: Stage) {
  await stage.scene('outage')
  const before = (await stage.seen()).length
  await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'outage' } })
  const begun = await happen(
    stage,
    many.map((one) => opensAccount(one)),
    { waits: false },
  )
  const tried = (all: readonly Sighting[]) => all.slice(before).filter(isReport).length >= 5
  await stage.until('reports in vain', tried, rhythmOf(stage.target).reportMs)
  await stage.scene('well-again')
  await stage.tell('calm', {})
  return { begun, afterOutage: await delivered(stage, begun) }
}

/** How long the first of many is kept waiting, so that the others have come about when the bank can go on. */
const slowMs = 1500

/** All of them cease to be customers at once, while the register answers slowly: more reports than a second holds. */
async function manyEnds(stage: Stage, began: readonly Happened[]): Promise<readonly Happened[]> {
  if (!stage.offers('close-account')) return []
  await stage.scene('crowd')
  const owners = began.flatMap((one) => {
    const number = numberIn(one)
    const { about, reports } = one.event
    return about === null || about === 'F22' || reports !== 'add' || number === null ? [] : [{ about, number }]
  })
  await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'delays', ms: slowMs } })
  const closings = owners.map(({ about, number }) => closesAccount(about, { number }))
  const ended = await happen(stage, closings, { waits: false })
  await stage.tell('calm', {})
  await delivered(stage, ended, 'end')
  return ended
}

/** Somebody else answers in the register’s place. */
async function wrongCertificate(stage: Stage): Promise<readonly Happened[]> {
  await stage.scene('wrong-certificate')
  const before = (await stage.seen()).length
  await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'presents', certificate: 'unknown-issuer' } })
  const isTried = (one: Sighting) => kfrOf(one)?.operation === 'handshake' || isAbout('F37', 'add')(one)
  // A bank that looks at the certificate reports nobody: that it came and went is all that shows what its people did.
  const opening = { ...opensAccount('F37'), heard: (all: readonly Sighting[]) => all.some(isTried) }
  const begun = await happen(stage, [opening], { waits: false })
  const came = (all: readonly Sighting[]) => all.slice(before).some(isTried)
  await stage.until('somebody who looks at the certificate', came, rhythmOf(stage.target).reportMs)
  await stage.scene('right-certificate')
  await stage.tell('calm', {})
  await stage.until('F37 to be reported', (all) => all.some(isAbout('F37', 'add')), rhythmOf(stage.target).reportMs)
  return begun
}
